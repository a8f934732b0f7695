package io.shelftally.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What came of feeding a parser.
 *
 * @param slowest the processor time of the input that took the longest
 */
record FuzzRun(long inputs, long bytes, Duration slowest) {

    static final FuzzRun NONE = new FuzzRun(0, 0, Duration.ZERO);

    /** An input of a MB takes less; so what takes longer is not linear. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final long BYTES_FOR_A_BYTE = 1_500;
    private static final long BYTES_FOR_NOTHING = 16L << 20;

    private static final int SHOWN = 3_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Feeds a parser.
     *
     * @param goesOn whether there is to be a further input, after so many
     * @throws AssertionError at the first finding, with the input
     */
    static FuzzRun of(FuzzTarget target, long seed, LongPredicate goesOn) {
        Mutator inputs = new Mutator(target, seed);
        FuzzRun run = NONE;
        while (goesOn.test(run.inputs())) {
            byte[] input = inputs.next();
            run = run.plus(new FuzzRun(1, input.length, fed(target, input, seed)));
        }
        return run;
    }

    FuzzRun plus(FuzzRun other) {
        return new FuzzRun(
                inputs + other.inputs,
                bytes + other.bytes,
                slowest.compareTo(other.slowest) > 0 ? slowest : other.slowest);
    }

    /** What takes too much is measured once more: classes are loaded and compiled meanwhile. */
    private static Duration fed(FuzzTarget target, byte[] input, long seed) {
        Cost cost = cost(target, input, seed);
        if (!cost.isFair(input)) {
            cost = cost(target, input, seed);
        }
        if (!cost.isFair(input)) {
            throw finding(target, input, seed, cost.toString(), null);
        }
        return cost.time();
    }

    private static Cost cost(FuzzTarget target, byte[] input, long seed) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            target.check().accept(input.clone());
        } catch (Exception | Error e) {
            throw finding(target, input, seed, e.toString(), e);
        }
        return new Cost(
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start),
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    private record Cost(Duration time, long bytes) {

        boolean isFair(byte[] input) {
            return time.compareTo(LONGEST) <= 0 && bytes <= BYTES_FOR_NOTHING + BYTES_FOR_A_BYTE * input.length;
        }
    }

    private static AssertionError finding(
            FuzzTarget target, byte[] input, long seed, String what, @Nullable Throwable cause) {
        String text = Base64.getEncoder().encodeToString(input);
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return new AssertionError(
                target + ", seed " + seed + ", " + input.length + " bytes, in base64 " + shown + ": " + what, cause);
    }
}
