package io.shelftally.nights;

import io.shelftally.base.packing.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a run has left behind, by where it stands: files as they are, and each cell of each table, unpacked. */
final class Traces {

    private final Map<String, String> texts = new TreeMap<>();

    /** Every file under a directory; links are not followed, what they lead to stands under it too. */
    Traces files(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(Files::isRegularFile).forEach(path -> texts.put(path.toString(), text(bytes(path))));
        }
        return this;
    }

    Traces text(String place, String text) {
        texts.put(place, text);
        return this;
    }

    /** Every table of a database that no process has open. */
    Traces database(String url, String user, String password) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            for (String table : tables(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (rows.next()) {
                        add(table, rows);
                    }
                }
            }
        }
        return this;
    }

    /** Where any of these stands. */
    List<String> places(Iterable<String> wanted) {
        List<String> places = new ArrayList<>();
        for (String one : wanted) {
            texts.forEach((place, text) -> {
                int at = text.indexOf(one);
                if (at >= 0) {
                    places.add(one + " in " + place + ": "
                            + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + one.length() + 20)));
                }
            });
        }
        return places;
    }

    int size() {
        return texts.size();
    }

    private void add(String table, ResultSet rows) throws SQLException, IOException {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            String name = rows.getMetaData().getColumnLabel(column);
            byte[] bytes = name.equalsIgnoreCase("packed")
                    ? Packing.unpack(rows.getBytes(column))
                    : String.valueOf(rows.getString(column)).getBytes(StandardCharsets.UTF_8);
            texts.merge(table + "." + name, text(bytes), (one, other) -> one + "\n" + other);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Byte by byte, so that a secret is found in a binary file too. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
