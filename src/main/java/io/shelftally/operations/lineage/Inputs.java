package io.shelftally.operations.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.utils.DatasetIdentifier;
import io.openlineage.client.utils.jdbc.JdbcDatasetUtils;
import io.shelftally.intake.worklist.InputSource;
import io.shelftally.job.nightly.NightOptions;
import io.shelftally.job.nightly.RunFacts;
import io.shelftally.operations.telling.Target;
import io.shelftally.publication.report.Summary;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run reads: its lists, and both vendors' answers. */
final class Inputs {

    private static final String QUERY = "sql:";

    /** Of a URL of JDBC; a password may be among them. */
    private static final Pattern OPTIONS = Pattern.compile("[;?].*");

    private final OpenLineage open;
    private final Schemas schemas;
    private final Installation installation;

    Inputs(OpenLineage open, Installation installation) {
        this.open = open;
        this.schemas = new Schemas(open);
        this.installation = installation;
    }

    /** As far as they are known by now. */
    List<OpenLineage.InputDataset> of(RunFacts facts, List<Check> checks) {
        List<OpenLineage.InputDataset> inputs = new ArrayList<>();
        if (facts.lists().isEmpty()) {
            facts.begun().map(begun -> named(begun.options())).ifPresent(inputs::addAll);
        }
        facts.lists().forEach(list -> inputs.add(list(list, checks)));
        Optional<Summary.Coverage> coverage = facts.coverage();
        inputs.add(vendor(
                installation.closient(),
                "scanner/api/v1/captures",
                Schemas.CAPTURE,
                coverage.map(known -> known.captures().answered()),
                of(checks, Check.CAPTURES)));
        installation.pensa().ifPresent(pensa -> {
            inputs.add(vendor(
                    pensa,
                    "mobilesdkapi/facing/scan-statuses",
                    Schemas.SCAN,
                    coverage.map(known -> known.scans().answered()),
                    of(checks, Check.SCANS)));
            inputs.add(vendor(
                    pensa,
                    "mobilesdkapi/facing/reports-on-demand",
                    Schemas.LINE,
                    coverage.map(known -> known.lines().read()),
                    of(checks, Check.LINES, Check.DISPUTED)));
        });
        return inputs;
    }

    /** The files that the command names, before they are read. */
    private List<OpenLineage.InputDataset> named(NightOptions options) {
        return Stream.of(options.captures(), options.scans())
                .flatMap(Optional::stream)
                .map(file -> dataset(Outputs.FILES, path(file), null, null))
                .toList();
    }

    private OpenLineage.InputDataset list(InputSource list, List<Check> checks) {
        List<String> columns = Stream.of(list.header().split(",", -1))
                .map(name -> name.replace("\"", "").strip())
                .filter(name -> !name.isEmpty())
                .toList();
        OpenLineage.DatasetFacetsBuilder facets = open.newDatasetFacetsBuilder();
        if (!columns.isEmpty()) {
            facets.schema(schemas.of(columns));
        }
        OpenLineage.InputDatasetInputFacets read = read(Optional.of((long) list.rows()), of(checks, Check.QUARANTINED));
        if (!list.source().startsWith(QUERY)) {
            return dataset(Outputs.FILES, path(Path.of(list.location())), facets.build(), read);
        }
        facets.documentation(open.newDocumentationDatasetFacet("The rows of: " + list.location(), "text/plain"));
        DatasetIdentifier database = JdbcDatasetUtils.getDatasetIdentifier(
                OPTIONS.matcher(installation.lists()).replaceFirst(""), list.source(), new Properties());
        return dataset(database.getNamespace(), database.getName(), facets.build(), read);
    }

    private OpenLineage.InputDataset vendor(
            URI base, String name, List<String> fields, Optional<Long> rows, List<Check> checks) {
        OpenLineage.DatasetFacets facets =
                open.newDatasetFacetsBuilder().schema(schemas.of(fields)).build();
        return dataset(base.getScheme() + "://" + new Target(base).host(), name, facets, read(rows, checks));
    }

    private OpenLineage.InputDataset dataset(
            String namespace,
            String name,
            OpenLineage.@Nullable DatasetFacets facets,
            OpenLineage.@Nullable InputDatasetInputFacets read) {
        return open.newInputDatasetBuilder()
                .namespace(namespace)
                .name(name)
                .facets(facets)
                .inputFacets(read)
                .build();
    }

    /** None if nothing was counted yet. */
    private OpenLineage.@Nullable InputDatasetInputFacets read(Optional<Long> rows, List<Check> checks) {
        if (rows.isEmpty()) {
            return null;
        }
        OpenLineage.InputDatasetInputFacetsBuilder facets = open.newInputDatasetInputFacetsBuilder()
                .inputStatistics(open.newInputStatisticsInputDatasetFacetBuilder()
                        .rowCount(rows.get())
                        .build());
        if (!checks.isEmpty()) {
            facets.dataQualityAssertions(open.newDataQualityAssertionsDatasetFacet(
                    checks.stream().map(this::assertion).toList()));
        }
        return facets.build();
    }

    private OpenLineage.DataQualityAssertionsDatasetFacetAssertions assertion(Check check) {
        return open.newDataQualityAssertionsDatasetFacetAssertionsBuilder()
                .assertion(check.rule())
                .name(check.setting())
                .severity(check.severity())
                .success(check.holds())
                .expected(check.expected())
                .actual(check.actual())
                .description(check.words().orElse(null))
                .build();
    }

    private static List<Check> of(List<Check> checks, String... rules) {
        List<String> wanted = List.of(rules);
        return checks.stream().filter(check -> wanted.contains(check.rule())).toList();
    }

    private static String path(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
