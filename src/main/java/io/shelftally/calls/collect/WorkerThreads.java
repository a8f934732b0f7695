package io.shelftally.calls.collect;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that wait for vendors, and threads that repeat the same task until they are interrupted. */
final class WorkerThreads {

    /** A piece of work that waits until there is some. */
    interface Task {
        void run() throws InterruptedException;
    }

    private WorkerThreads() {}

    /**
     * For tasks that wait for others most of their time: virtual threads where the JDK has them. These came with JDK 21; the
     * class file is for 17, so they are reached by name.
     */
    static ExecutorService waiting(String name) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            return Executors.newCachedThreadPool(platformThreads(name));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("virtual threads cannot be started", e);
        }
    }

    /** For a task that computes: as a virtual thread it would keep those that wait from their turn. */
    static ExecutorService computing(String name, Task task) {
        return repeating(name, Runtime.getRuntime().availableProcessors(), task);
    }

    /** For a task that is repeated by so many threads. */
    static ExecutorService repeating(String name, int number, Task task) {
        ExecutorService threads = Executors.newCachedThreadPool(platformThreads(name));
        for (int i = 0; i < number; i++) {
            threads.execute(() -> repeat(task));
        }
        return threads;
    }

    private static void repeat(Task task) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                task.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
