package io.shelftally.proof.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.h2.tools.RunScript;

/** The database that the first release wrote in the night of 2026-11-01: {@code SCRIPT}, packed. */
public final class FirstRelease {

    private static final String SCRIPT = "first-release.sql.gz";

    private FirstRelease() {}

    /** Makes it anew where the URL of H2 says, for a user without name and password. */
    public static void restore(String url) {
        try (InputStream packed = Objects.requireNonNull(FirstRelease.class.getResourceAsStream(SCRIPT), SCRIPT);
                Reader script = new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8);
                Connection connection = DriverManager.getConnection(url)) {
            RunScript.execute(connection, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new TortureException("the database of the first release cannot be made: " + e.getMessage());
        }
    }
}
