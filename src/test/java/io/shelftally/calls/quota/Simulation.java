package io.shelftally.calls.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Processes that share a key, in simulated time: each keeps some calls in flight, as many as the ledger grants. A call
 * reaches the vendor at any instant between its sending and its answer. Each has a counter of its own, up to 200 millionths
 * fast or slow, and hears the clock that they share up to 50 ms late.
 */
final class Simulation implements AutoCloseable {

    private record Event(long nanos, int number, Runnable action) {}

    /** How long a call takes, drawn anew for each. */
    interface Latency {
        Duration draw(Random random);
    }

    private static final long MANY = 1_000_000;

    private final LedgerDatabase database = new LedgerDatabase();
    private final VirtualTime time = new VirtualTime();
    private final PriorityQueue<Event> events = new PriorityQueue<>((one, other) -> one.nanos() == other.nanos()
            ? Integer.compare(one.number(), other.number())
            : Long.compare(one.nanos(), other.nanos()));
    private final List<Job> living = new ArrayList<>();
    private final Random random;
    private final VendorQuota quota;
    private final CountingVendor vendor;
    private final Latency latency;
    private final int inFlight;
    private boolean silent;
    private int numbered;

    Simulation(long seed, QuotaSettings settings, Latency latency, int inFlight) {
        this.random = new Random(seed);
        this.quota = new VendorQuota("vendor-key", settings, Duration.ofSeconds(30));
        this.vendor = new CountingVendor(orMany(settings.perMinute()), orMany(settings.perDay()));
        this.latency = latency;
        this.inFlight = inFlight;
    }

    private static long orMany(int limit) {
        return limit == 0 ? MANY : limit;
    }

    /** From now on the vendor says nothing of its counts. */
    void silenceVendor() {
        silent = true;
    }

    CountingVendor vendor() {
        return vendor;
    }

    VirtualTime time() {
        return time;
    }

    Random random() {
        return random;
    }

    List<Job> living() {
        return living;
    }

    void start() {
        Job job = new Job();
        living.add(job);
        job.ask();
    }

    /** Ends a process as a power cut would: calls that are on their way arrive, nothing is written down. */
    void kill() {
        if (!living.isEmpty()) {
            living.remove(random.nextInt(living.size())).dead = true;
        }
    }

    void after(Duration wait, Runnable action) {
        events.add(new Event(time.nanos() + wait.toNanos(), numbered++, action));
    }

    void run(Duration length) {
        long end = time.nanos() + length.toNanos();
        while (!events.isEmpty() && events.peek().nanos() < end) {
            Event event = events.poll();
            time.advanceTo(event.nanos());
            event.action().run();
        }
        time.advanceTo(end);
    }

    @Override
    public void close() {
        database.close();
    }

    /** A process with its own ledger, clock reading and calls in flight. */
    final class Job {

        private final QuotaLedger ledger = new QuotaLedger(
                quota,
                database.client(),
                database.transactions(),
                time.forProcess(random.nextLong() >> 1, random.nextInt(401) - 200, () -> random.nextInt(50)));
        private int free = inFlight;
        private boolean waiting;
        private boolean dead;

        void visit() {
            ledger.take(0);
        }

        private void ask() {
            while (!dead && !waiting && free > 0) {
                Grant grant = ledger.take(quota.settings().block(free, living.size()));
                free -= grant.granted();
                for (int i = 0; i < grant.granted(); i++) {
                    send();
                }
                if (!grant.pause().isZero()) {
                    waiting = true;
                    after(grant.pause(), this::askAgain);
                }
            }
        }

        private void askAgain() {
            waiting = false;
            ask();
        }

        private void send() {
            if (random.nextInt(200) == 0) {
                after(Duration.ofMillis(random.nextInt(5000)), this::giveBack);
                return;
            }
            Duration takes = latency.draw(random);
            Duration counted = Duration.ofNanos((long) (takes.toNanos() * random.nextDouble()));
            RateLimits[] answer = {RateLimits.NONE};
            after(counted, () -> answer[0] = vendor.count(time.nanos()));
            after(takes, () -> answered(silent || random.nextInt(50) == 0 ? RateLimits.NONE : answer[0]));
        }

        private void answered(RateLimits limits) {
            if (!dead) {
                ledger.answered(limits);
                free++;
                ask();
            }
        }

        private void giveBack() {
            if (!dead) {
                ledger.giveBack(1);
                free++;
                ask();
            }
        }
    }
}
