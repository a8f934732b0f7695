package io.shelftally.proof.sandbox.endpoints;

import java.util.concurrent.Executor;

/** Runs the server's work on other threads, and remembers when the server saw each call. */
final class Arrivals implements Executor {

    private final ThreadLocal<Long> seen = ThreadLocal.withInitial(System::nanoTime);
    private final Executor threads;

    Arrivals(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable call) {
        long now = System.nanoTime();
        threads.execute(() -> {
            seen.set(now);
            call.run();
        });
    }

    /** When the call that this thread answers was seen ({@link System#nanoTime}). */
    long ofThisCall() {
        return seen.get();
    }
}
