#!/usr/bin/env bash
# A blocking call of Java's own HttpClient is passed between threads several times; one of Apache's stays on its thread.
#
# Versions: java.net.http of Java 17.0.15 and of 25.0.3; org.apache.httpcomponents.client5:httpclient5 5.5.2.
# One would expect that send(), which blocks, does its work on the thread that waits for it.
# A warm call gives its executor 4 tasks, beside what its selector's thread does, and the caller sleeps in between. Each is a
# wake-up: where all processors are busy, each waits for its turn, and a call of 1 ms takes many. Apache's blocking client
# starts no thread. (Counted here are tasks and threads, not times.)
#
# Seen on 2026-11-28, with either Java:
#   Apache HttpClient: its own threads: none
#   java.net.http.HttpClient: each of 20 calls gave 3 tasks or more to other threads; its own threads: SelectorManager

. "$(dirname -- "$0")/.lib"

jars org.apache.httpcomponents.client5:httpclient5:5.5.2

java_source <<'EOJ' | as_seen
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.net.http.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.*;
import org.apache.hc.core5.http.io.entity.EntityUtils;

class Finding {

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        try (CloseableHttpClient apache = HttpClients.createDefault()) {
            for (int call = 1; call <= 20; call++) {
                apache.execute(new HttpGet(uri), response -> EntityUtils.toString(response.getEntity()));
            }
            String threads = startedSince(before);
            System.out.println("Apache HttpClient: its own threads: " + (threads.isEmpty() ? "none" : threads));
        }

        AtomicInteger tasks = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(2, work -> new Thread(work, "executor"));
        HttpClient java = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(task -> {
                    tasks.incrementAndGet();
                    executor.execute(task);
                })
                .build();
        int fewest = Integer.MAX_VALUE;
        for (int call = 1; call <= 20; call++) {
            tasks.set(0);
            java.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            fewest = Math.min(fewest, tasks.get());
        }
        System.out.println("java.net.http.HttpClient: each of 20 calls gave " + (fewest >= 3 ? "3 tasks or more" : fewest + " tasks")
                + " to other threads; its own threads: " + startedSince(before));
        System.exit(0);
    }

    /** Names, without what numbers them and without the threads of the executor and the server. */
    static String startedSince(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(thread -> thread.getName().replaceAll("HttpClient-\\d+-", ""))
                .filter(name -> !name.equals("executor"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
EOJ
