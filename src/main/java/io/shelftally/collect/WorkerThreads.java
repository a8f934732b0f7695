package io.shelftally.collect;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the same task on a number of threads. */
final class WorkerThreads {

    private WorkerThreads() {}

    static ExecutorService start(String name, int number, Runnable task) {
        ExecutorService threads = virtualIfPossible(name, number);
        for (int i = 0; i < number; i++) {
            threads.execute(task);
        }
        return threads;
    }

    /** Virtual threads came with JDK 21; the class file is for 17, so they are reached by name. */
    private static ExecutorService virtualIfPossible(String name, int number) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            return Executors.newFixedThreadPool(number, platformThreads(name));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("virtual threads cannot be started", e);
        }
    }

    private static ThreadFactory platformThreads(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
