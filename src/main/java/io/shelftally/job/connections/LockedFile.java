package io.shelftally.job.connections;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * The file of an H2 database, locked as H2 itself locks it, so that nobody has it open and nothing is added to it. It is read
 * through the locked channel alone: by POSIX, closing any other one of the same file would end the lock.
 */
public final class LockedFile implements Closeable {

    private static final long BYTES_AT_A_TIME = 16L << 20;

    private final FileChannel channel;

    private LockedFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a file that is there.
     *
     * @throws DatabaseInUseException if another has it open
     */
    public static LockedFile of(H2File file) throws IOException {
        Object identity = file.identity();
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel);
            file.requireSame(identity);
            return new LockedFile(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public long size() throws IOException {
        return channel.size();
    }

    /**
     * Writes all of it into a file that is there and empty, and sees that it is on disk.
     *
     * @param copied is told the bytes so far, and may throw to end it
     */
    public void copyTo(Path copy, LongConsumer copied) throws IOException {
        copy(channel, copy, copied);
    }

    /** The same of any open file. */
    public static void copy(FileChannel from, Path copy, LongConsumer copied) throws IOException {
        try (FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                done += from.transferTo(done, Math.min(BYTES_AT_A_TIME, size - done), to);
                copied.accept(done);
            }
            to.force(true);
        }
    }

    /** Ends the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new DatabaseInUseException();
            }
        } catch (OverlappingFileLockException byThisProcess) {
            throw new DatabaseInUseException();
        }
    }
}
