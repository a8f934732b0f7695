package io.shelftally.operations.lineage;

import io.openlineage.client.OpenLineage;
import io.shelftally.job.nightly.RunFacts;
import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.twins.Twin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run makes: each table is one dataset, whatever the night. Its name leaves out the folder of the date, and its version
 * says the date and the number of the publication.
 */
final class Outputs {

    /** The namespace of files on this machine. */
    static final String FILES = "file";

    private final OpenLineage open;
    private final Schemas schemas;

    Outputs(OpenLineage open) {
        this.open = open;
        this.schemas = new Schemas(open);
    }

    /** Those that a run is going to make. */
    List<OpenLineage.OutputDataset> planned(RunFacts facts) {
        return facts.begun()
                .map(begun -> Datasets.ALL.stream()
                        .map(dataset -> output(begun.options().out(), dataset.name() + ".csv", null, null))
                        .toList())
                .orElse(List.of());
    }

    /** Those that stand now; how much was written is told only where that was anything new. */
    List<OpenLineage.OutputDataset> made(RunFacts.Published published) {
        List<OpenLineage.OutputDataset> outputs = new ArrayList<>();
        for (CsvFile file : published.files()) {
            OpenLineage.DatasetFacets facets = facets(published, file.dataset());
            outputs.add(output(out(published), file.name(), facets, written(published, file.rows(), file.bytes())));
            for (Twin twin : Twin.values()) {
                String name = twin.fileName(file.dataset());
                Path path = published.link().resolve(name);
                if (Files.exists(path)) {
                    outputs.add(output(
                            out(published),
                            name,
                            facets,
                            written(published, file.rows(), path.toFile().length())));
                }
            }
        }
        return outputs;
    }

    private OpenLineage.OutputDataset output(
            Path out,
            String name,
            OpenLineage.@Nullable DatasetFacets facets,
            OpenLineage.@Nullable OutputDatasetOutputFacets written) {
        return open.newOutputDatasetBuilder()
                .namespace(FILES)
                .name(out.toAbsolutePath().normalize().resolve(name).toString())
                .facets(facets)
                .outputFacets(written)
                .build();
    }

    private OpenLineage.DatasetFacets facets(RunFacts.Published published, Dataset<?> dataset) {
        LocalDate date = published.summary().businessDate();
        return open.newDatasetFacetsBuilder()
                .schema(schemas.of(dataset))
                .documentation(open.newDocumentationDatasetFacet(dataset.description(), "text/plain"))
                .version(open.newDatasetVersionDatasetFacet(date + "/" + published.version()))
                .build();
    }

    private OpenLineage.@Nullable OutputDatasetOutputFacets written(
            RunFacts.Published published, long rows, long bytes) {
        return published.isNew()
                ? open.newOutputDatasetOutputFacetsBuilder()
                        .outputStatistics(open.newOutputStatisticsOutputDatasetFacet(rows, bytes, 1L))
                        .build()
                : null;
    }

    /** The link of the date stands in it. */
    private static Path out(RunFacts.Published published) {
        Path link = published.link().toAbsolutePath();
        return link.resolveSibling("");
    }
}
