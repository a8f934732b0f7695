package io.shelftally.job.derivation;

import io.shelftally.calls.answers.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads the vendors' times; one that cannot be read becomes an empty cell and is counted. */
final class VendorTimes {

    private final Timestamps timestamps;
    private final AtomicLong unreadable = new AtomicLong();

    /** @param zone of a time that carries none */
    VendorTimes(ZoneId zone) {
        this.timestamps = new Timestamps(zone);
    }

    /** The instant; null if there is no text or it cannot be read. */
    @Nullable
    Instant read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Optional<Instant> instant = timestamps.read(text);
        if (instant.isEmpty()) {
            unreadable.incrementAndGet();
        }
        return instant.orElse(null);
    }

    /** How many could not be read so far. */
    long unreadable() {
        return unreadable.get();
    }
}
