package io.shelftally.publication.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.export.DataPackage;
import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.export.ForeignKey;
import io.shelftally.publication.export.LoadScript;
import io.shelftally.publication.export.TwinResource;
import io.shelftally.publication.report.PublishedFile;
import io.shelftally.publication.report.ReportPage;
import io.shelftally.publication.report.ReportedNight;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.report.SummaryFile;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.twins.Twin;
import io.shelftally.publication.twins.TwinFile;
import io.shelftally.publication.twins.Twins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The files of a night while they are made; closing it without a commit leaves no trace. */
public final class Staging implements AutoCloseable {
    private final Place place;
    private final StagingDirectory directory;
    private final boolean spreadsheetSafe;
    private final FileActs acts;
    private final Map<String, CsvSink<?>> sinks = new LinkedHashMap<>();
    private final List<Twins<?>> twins = new ArrayList<>();

    Staging(Place place, StagingDirectory directory, boolean spreadsheetSafe, FileActs acts) {
        this.place = place;
        this.directory = directory;
        this.spreadsheetSafe = spreadsheetSafe;
        this.acts = acts;
    }

    /** Opens the CSV file of a dataset; to be closed before the commit. */
    public <R> CsvSink<R> csv(Dataset<R> dataset) {
        if (!dataset.name().matches("[a-z][a-z0-9_]*") || sinks.containsKey(dataset.name())) {
            throw new IllegalArgumentException("not a new name for a file: \"" + dataset.name() + "\"");
        }
        CsvSink<R> sink = new CsvSink<>(dataset, directory.files(), spreadsheetSafe);
        sinks.put(dataset.name(), sink);
        return sink;
    }

    /**
     * Opens further files with a dataset's rows in other formats; to be closed before the commit. They are published with the
     * version, but make no new one: if the CSV files came out as they were, they are dropped.
     */
    public <R> Twins<R> twins(Dataset<R> dataset, Set<Twin> formats) {
        Twins<R> opened = new Twins<>(dataset, formats, directory.files(), directory.path());
        twins.add(opened);
        return opened;
    }

    /**
     * Publishes the files, unless they came out as they were.
     *
     * @param foreignKeys between the datasets written here
     * @param night asked for only if there is something new to publish
     * @param beforeLink called once the version is complete and before a link leads to it; also if it is not new
     * @throws ExportException if the file system refuses; what was published before stays so
     */
    public Publication commit(
            List<ForeignKey> foreignKeys, Supplier<ReportedNight> night, Consumer<Publication> beforeLink) {
        List<CsvFile> tables = tables();
        String descriptor = Sha256.hex(new DataPackage(tables, foreignKeys)
                .json(place.date(), spreadsheetSafe)
                .getBytes(UTF_8));
        Publication publication = new Versions(place, acts)
                .holding(descriptor)
                .map(version -> new Publication(version.number(), version.directory(), descriptor, false))
                .orElseGet(() -> addVersion(tables, foreignKeys, descriptor, night.get()));
        beforeLink.accept(publication);
        Failpoint.VERSION_SHOWN.hit();
        Links links = new Links(place, directory.path(), acts);
        links.publish(publication.version());
        links.pointLatest();
        return publication;
    }

    /** The CSV files as written; all must be closed. */
    public List<CsvFile> tables() {
        return sinks.values().stream().map(CsvSink::file).toList();
    }

    private Publication addVersion(
            List<CsvFile> tables, List<ForeignKey> foreignKeys, String descriptor, ReportedNight night) {
        Summary summary = night.summary();
        if (!summary.businessDate().equals(place.date())) {
            throw new IllegalArgumentException(
                    "a summary of " + summary.businessDate() + " for the files of " + place.date());
        }
        int number = new Versions(place, acts).next();
        List<PublishedFile> files = data(tables, foreignKeys);
        files.add(write("summary.json", new SummaryFile(number, summary, files).json()));
        files.add(write("report.html", new ReportPage(number, night, files).html()));
        PublishedFile checksums = write(Version.CHECKSUMS, Checksums.text(files));
        acts.sync(directory.files());
        Failpoint.BEFORE_SUCCESS.hit();
        write(Version.SUCCESS, checksums.sha256() + "\n");
        acts.sync(directory.files());
        Failpoint.BEFORE_VERSION.hit();
        acts.rename(directory.files(), place.version(number));
        Failpoint.AFTER_VERSION.hit();
        acts.sync(place.home());
        return new Publication(number, place.version(number), descriptor, true);
    }

    /** The CSV files and their twins, what describes them, and what loads them. */
    private List<PublishedFile> data(List<CsvFile> tables, List<ForeignKey> foreignKeys) {
        List<TwinFile> others =
                twins.stream().flatMap(opened -> opened.files().stream()).toList();
        List<TwinResource> resources = others.stream()
                .map(file -> new TwinResource(file.name(), file.bytes(), file.sha256()))
                .toList();
        List<PublishedFile> files = new ArrayList<>();
        tables.forEach(file -> files.add(new PublishedFile(file.name(), file.rows(), file.bytes(), file.sha256())));
        files.add(write(
                Version.DESCRIPTOR,
                new DataPackage(tables, foreignKeys, resources).json(place.date(), spreadsheetSafe)));
        others.forEach(file -> files.add(new PublishedFile(file.name(), null, file.bytes(), file.sha256())));
        files.add(write(
                Version.LOAD_SCRIPT,
                LoadScript.of(tables.stream().map(CsvFile::dataset).toList())));
        return files;
    }

    private PublishedFile write(String name, String text) {
        return acts.write(directory.files().resolve(name), text);
    }

    /** Removes all that was not published. */
    @Override
    public void close() {
        directory.close();
    }
}
