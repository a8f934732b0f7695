package io.shelftally.simulation;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The net between the processes and a vendor: a call reaches the vendor at some instant before its answer or its time-out,
 * or never; an answer comes back whole, broken, as an error of a gateway, or not at all.
 */
public final class Wire {

    /** What befalls a call. */
    private enum Fate {
        ANSWERED,
        /** Neither it nor its answer gets through. */
        UNCONNECTED,
        /** It gets through, its answer does not. */
        DROPPED,
        /** Its answer is cut short. */
        CUT,
        /** A gateway refuses it. */
        REFUSED,
        /** The vendor fails after it was carried out. */
        FAILED
    }

    private static final Fate[] TROUBLES = {Fate.UNCONNECTED, Fate.DROPPED, Fate.CUT, Fate.REFUSED, Fate.FAILED};

    private final Stage stage;
    private final Random random;
    private final Duration timeout;
    private double badness;
    private double tail;
    private long outageUntil = Long.MIN_VALUE;
    private Fate outage = Fate.UNCONNECTED;
    private Fate fate = Fate.ANSWERED;

    Wire(Stage stage, Random random, Duration timeout) {
        this.stage = stage;
        this.random = random;
        this.timeout = timeout;
    }

    /**
     * Makes it worse than it was.
     *
     * @param badCalls the share of calls that befalls trouble
     * @param slowCalls the share of calls that take seconds, some longer than the time-out
     */
    void worsen(double badCalls, double slowCalls) {
        badness = badCalls;
        tail = slowCalls;
    }

    /** From now on, for so long, every call befalls the same trouble. */
    void breakDown(Duration length) {
        outageUntil = stage.nanos() + length.toNanos();
        outage = Draw.oneOf(random, TROUBLES);
    }

    /** Sends a call; the exchange is made when it reaches the vendor. */
    public <A> void send(Callable<A> exchange, Consumer<A> deliver) {
        Duration wanted = latency();
        boolean isLate = wanted.compareTo(timeout) >= 0;
        Fate drawn = isLate ? Fate.DROPPED : drawFate();
        Duration takes = isLate || drawn == Fate.DROPPED ? timeout : wanted;
        Duration until = Duration.ofNanos((long) (takes.toNanos() * random.nextDouble()));
        stage.after(until, () -> {
            fate = drawn;
            A answer = made(exchange);
            stage.after(takes.minus(until), () -> deliver.accept(answer));
        });
    }

    /** Does something later, beside the calls. */
    public void later(Duration wait, Runnable what) {
        stage.after(wait, what);
    }

    /** Within an exchange: the vendor's answer, as it gets through. */
    public Answer through(Supplier<Reply> vendor) {
        return switch (fate) {
            case ANSWERED -> vendor.get();
            case UNCONNECTED -> new NoReply(Reason.CONNECT, "", Instant.EPOCH);
            case DROPPED -> lost(vendor.get());
            case CUT -> cut(vendor.get());
            case REFUSED -> error(503);
            case FAILED -> failed(vendor.get());
        };
    }

    private Fate drawFate() {
        if (stage.nanos() < outageUntil) {
            return outage;
        }
        return random.nextDouble() < badness ? Draw.oneOf(random, TROUBLES) : Fate.ANSWERED;
    }

    private Duration latency() {
        boolean isSlow = random.nextDouble() < tail;
        long most = isSlow ? timeout.toMillis() * 5 / 4 : 280;
        return Duration.ofNanos(20_000_000L + (long) (random.nextDouble() * most * 1_000_000L));
    }

    private static <A> A made(Callable<A> exchange) {
        try {
            return exchange.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer lost(Reply unseen) {
        return new NoReply(Reason.TIMEOUT, "", unseen.at());
    }

    private static Reply cut(Reply whole) {
        byte[] body = Arrays.copyOf(whole.body(), whole.body().length / 2);
        return new Reply(whole.status(), whole.headers(), body, whole.at());
    }

    private Reply failed(Reply unseen) {
        return new Reply(500 + random.nextInt(5), unseen.headers(), new byte[0], unseen.at());
    }

    private Reply error(int status) {
        Map<String, List<String>> headers =
                random.nextInt(3) == 0 ? Map.of("Retry-After", List.of(String.valueOf(random.nextInt(20)))) : Map.of();
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0], Instant.EPOCH);
    }
}
