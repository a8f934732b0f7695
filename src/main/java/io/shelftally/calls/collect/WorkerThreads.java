package io.shelftally.calls.collect;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Repeats the same task on a number of threads until they are interrupted. */
final class WorkerThreads {

    /** A piece of work that waits until there is some. */
    interface Task {
        void run() throws InterruptedException;
    }

    private WorkerThreads() {}

    /** For a task that waits for others most of its time: virtual threads where the JDK has them. */
    static ExecutorService waiting(String name, int number, Task task) {
        return started(virtualIfPossible(name, number), number, task);
    }

    /** For a task that computes: as a virtual thread it would keep those that wait from their turn. */
    static ExecutorService computing(String name, Task task) {
        int number = Runtime.getRuntime().availableProcessors();
        return started(Executors.newFixedThreadPool(number, platformThreads(name)), number, task);
    }

    private static ExecutorService started(ExecutorService threads, int number, Task task) {
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
