#!/usr/bin/env bash
# OpenLineage's Java client says nothing of events that a redirection or a file that cannot be written has swallowed.
#
# Versions: io.openlineage:openlineage-java 1.55.0, with the HTTP client that it brings.
# One would expect an exception from emit() for an event that was not taken, as it comes for an answer of 500.
# A receiver that moved, for one from http to https, answers 301 or 302 as often as 308. Then a GET without a body is made of the
# POST, and emit() returns as if all were well; the receiver never sees the event. The file transport writes a line of the log where
# it cannot write the file, and returns too; of a file without a folder in its name it makes a NullPointerException. The way around:
# an HTTP client of one's own that follows no redirection (HttpTransport takes one), or a transport of one's own.
#
# Seen on 2026-11-28:
#   500: POST with the event answered 500; emit() threw HttpTransportResponseException
#   308: POST with the event answered 308, POST with the event answered 200; emit() returned
#   301: POST with the event answered 301, GET without it answered 200; emit() returned
#   302: POST with the event answered 302, GET without it answered 200; emit() returned
#   a file that cannot be written: emit() returned
#   a file in the working folder: emit() threw NullPointerException

. "$(dirname -- "$0")/.lib"

jars io.openlineage:openlineage-java:1.55.0

java_source <<'EOJ' | as_seen
import com.sun.net.httpserver.*;
import io.openlineage.client.*;
import io.openlineage.client.transports.*;
import java.io.IOException;
import java.net.*;
import java.nio.file.*;
import java.time.ZonedDateTime;
import java.util.*;

class Finding {

    static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());

    public static void main(String[] args) throws Exception {
        HttpServer moved = server(200, "");
        String there = "http://127.0.0.1:" + moved.getAddress().getPort() + "/api/v1/lineage";
        for (int status : new int[] {500, 308, 301, 302}) {
            HttpServer here = server(status, there);
            HttpConfig config = new HttpConfig();
            config.setUrl(URI.create("http://127.0.0.1:" + here.getAddress().getPort()));
            String ended = emit(new HttpTransport(config));
            System.out.println(status + ": " + String.join(", ", SEEN) + "; " + ended);
            here.stop(0);
        }
        moved.stop(0);
        Files.writeString(Path.of("file"), "no folder");
        System.out.println("a file that cannot be written: " + emit(new FileTransport(new FileConfig("file/events.json"))));
        System.out.println("a file in the working folder: " + emit(new FileTransport(new FileConfig("events.json"))));
    }

    static HttpServer server(int status, String location) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            boolean holdsEvent = new String(exchange.getRequestBody().readAllBytes()).contains("eventType");
            SEEN.add(exchange.getRequestMethod() + (holdsEvent ? " with the event" : " without it") + " answered " + status);
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    static String emit(Transport transport) throws Exception {
        OpenLineage open = new OpenLineage(URI.create("urn:example"));
        SEEN.clear();
        try (OpenLineageClient client = new OpenLineageClient(transport)) {
            client.emit(open.newRunEventBuilder()
                    .eventType(OpenLineage.RunEvent.EventType.START)
                    .eventTime(ZonedDateTime.parse("2026-11-22T02:00:00Z"))
                    .run(open.newRun(new UUID(1, 1), null))
                    .job(open.newJob("example", "job", null))
                    .build());
            return "emit() returned";
        } catch (RuntimeException e) {
            return "emit() threw " + e.getClass().getSimpleName();
        }
    }
}
EOJ
