package io.shelftally.proof.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does the same on several threads at once. */
final class SideBySide {

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    private SideBySide() {}

    /**
     * Waits until the work is done on every thread.
     *
     * @param failed is told what ended the work of a thread early; called by that thread
     */
    static void run(int threads, Work work, Consumer<String> failed) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> one(work, failed), "torture-" + i);
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    private static void one(Work work, Consumer<String> failed) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.accept(e.toString());
        }
    }
}
