package io.shelftally.operations.scheduling;

import io.shelftally.publication.export.ExportException;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that outlives a process: since when each job is due. It is whole at any moment, and one process at a time has it; the
 * lock is that of a file beside it, since each writing replaces the file itself. Trouble is an {@link ExportException}.
 */
final class DueTimes implements Closeable {

    private static final String DUE = ".due";
    private static final String TIMES = ".times";

    private final Path file;
    private final FileChannel lock;
    private final TreeMap<String, String> entries = new TreeMap<>();

    private DueTimes(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens the file, which need not be there.
     *
     * @throws ScheduledElsewhereException if another process has it
     */
    static DueTimes open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            DueTimes times = new DueTimes(file, lock(file));
            times.read();
            return times;
        } catch (IOException e) {
            throw ExportException.cannot("use", file, e);
        }
    }

    /** Empty for a job that was never kept, or whose times have changed since: then nothing of it has been missed. */
    synchronized Optional<Instant> of(JobPlan plan) {
        String name = plan.job().command();
        return plan.timesText().equals(entries.get(name + TIMES))
                ? Optional.ofNullable(entries.get(name + DUE)).flatMap(DueTimes::instant)
                : Optional.empty();
    }

    /** @param due the first time that is not done with */
    synchronized void keep(JobPlan plan, Instant due) {
        entries.put(plan.job().command() + TIMES, plan.timesText());
        entries.put(plan.job().command() + DUE, due.toString());
        StringBuilder text =
                new StringBuilder("# When each job of shelftally schedule is due; it alone writes this.\n");
        entries.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            write(next, text.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ExportException.cannot("write", file, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw ExportException.cannot("close", file, e);
        }
    }

    private void read() throws IOException {
        Properties kept = new Properties();
        try {
            kept.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return;
        }
        kept.stringPropertyNames().forEach(name -> entries.put(name, kept.getProperty(name)));
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new ScheduledElsewhereException(file);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byThisProcess) {
            return null;
        }
    }

    private static void write(Path path, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException edited) {
            return Optional.empty();
        }
    }
}
