package io.shelftally.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that tasks run on. Whoever looks for tasks is woken as soon as one of them is free. */
final class Hands extends ThreadPoolExecutor {

    private static final long IDLE_SECONDS = 10;

    private final AtomicInteger full = new AtomicInteger();
    private final Runnable freed;

    /** @param freed is told on the thread that has become free, when the task is off its hands */
    Hands(int number, Runnable freed) {
        super(number, number, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Hands::thread);
        this.freed = freed;
        allowCoreThreadTimeOut(true);
    }

    /** Tasks that run, or are about to be taken. */
    int full() {
        return full.get();
    }

    @Override
    public void execute(Runnable task) {
        full.incrementAndGet();
        super.execute(task);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
        full.decrementAndGet();
        freed.run();
    }

    private static Thread thread(Runnable task) {
        return new Thread(task, "engine-task");
    }
}
