package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every call in the order in which it was decided, written down before its answer leaves. */
public final class Journal implements Closeable {

    private final Optional<OutputStream> file;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    private Journal(Optional<OutputStream> file) {
        this.file = file;
    }

    /** Keeps the entries in memory. */
    static Journal inMemory() {
        return new Journal(Optional.empty());
    }

    /** Appends the entries to a file, one JSON object a line, and keeps only their counts. */
    static Journal to(Path file) throws IOException {
        return new Journal(
                Optional.of(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    /** The entries so far; none if they go to a file. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** How many calls got which answer, by a key such as {@code "GET captures 200"}. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    synchronized void add(JournalEntry entry) {
        counts.merge(key(entry), 1L, Long::sum);
        if (file.isEmpty()) {
            entries.add(entry);
            return;
        }
        try {
            file.get().write(line(entry));
            file.get().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private static String key(JournalEntry entry) {
        String name = entry.path().endsWith("/retry")
                ? "retry"
                : entry.path().startsWith(ClosientApi.MOUNT)
                        ? "captures"
                        : entry.path().substring(entry.path().lastIndexOf('/') + 1);
        return entry.method() + " " + name + " " + (entry.status() == 0 ? entry.fate() : entry.status());
    }

    private static byte[] line(JournalEntry entry) {
        ObjectNode line = Json.object()
                .put("time", entry.time().toString())
                .put("method", entry.method())
                .put("path", entry.path());
        ArrayNode ids = line.putArray("ids");
        entry.ids().forEach(ids::add);
        line.put("status", entry.status()).put("fate", entry.fate());
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
