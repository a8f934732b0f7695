package io.shelftally.proof.benchmark;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;

/** Lays the reports that a night has stored into files for other programs, gzip, a report a line. */
final class EvidenceFiles implements AutoCloseable {

    /** Reports of one file, so that a program can read several files at once. */
    private static final int REPORTS = 1000;

    private final Path folder;
    private long written;
    private OutputStream out = OutputStream.nullOutputStream();

    private EvidenceFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes {@code reports-1.jsonl.gz} and so on.
     *
     * @param url of the night's database
     */
    static void write(String url, Path folder) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                EvidenceFiles files = new EvidenceFiles(folder)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(REPORTS);
                files.add(statement.executeQuery("""
                        SELECT body.packed FROM scan_item AS item JOIN evidence_body AS body ON body.sha256 = item.report_sha256
                        ORDER BY item.scan_id
                        """));
            }
        }
    }

    private void add(ResultSet bodies) throws IOException, SQLException {
        while (bodies.next()) {
            if (written % REPORTS == 0) {
                out.close();
                out = new GZIPOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(folder.resolve("reports-" + (1 + written / REPORTS) + ".jsonl.gz"))));
            }
            new ZstdInputStream(bodies.getBinaryStream(1)).transferTo(out);
            out.write('\n');
            written++;
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
