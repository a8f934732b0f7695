#!/usr/bin/env bash
# Apache HttpClient repeats a POST by itself when the server answers 429 or 503.
#
# Versions: org.apache.httpcomponents.client5:httpclient5 5.5.2.
# One would expect that a client which repeats requests unasked repeats idempotent ones alone. So it is where a connection
# breaks: the GET is sent again, the POST is not.
# An answer of 429 or 503 is another matter: whatever the method, the request is sent once more, after the answer's
# Retry-After or a second, and the caller sees the second answer alone. A server that did the work and then answered 503
# does it twice, and each of these calls costs two of a quota. disableAutomaticRetries() turns it off.
#
# Seen on 2026-11-28:
#   connection closed: GET sent 2 times, POST sent 1 time
#   500: GET sent 1 time, POST sent 1 time
#   503: GET sent 2 times, POST sent 2 times
#   429: GET sent 2 times, POST sent 2 times
#   503, disableAutomaticRetries: GET sent 1 time, POST sent 1 time

. "$(dirname -- "$0")/.lib"

jars org.apache.httpcomponents.client5:httpclient5:5.5.2

java_source <<'EOJ' | as_seen
import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.*;
import org.apache.hc.client5.http.impl.classic.*;
import org.apache.hc.core5.http.io.entity.*;

class Finding {

    static final AtomicInteger SENT = new AtomicInteger();

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", Finding::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        show("connection closed", url + "0", HttpClients.createDefault());
        show("500", url + "500", HttpClients.createDefault());
        show("503", url + "503", HttpClients.createDefault());
        show("429", url + "429", HttpClients.createDefault());
        show("503, disableAutomaticRetries", url + "503", HttpClients.custom().disableAutomaticRetries().build());
        server.stop(0);
    }

    /** With the status that the path says; 0 closes the connection. */
    static void answer(HttpExchange exchange) throws IOException {
        SENT.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        if (status != 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    static void show(String what, String url, CloseableHttpClient client) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new StringEntity("{}"));
        System.out.println(what + ": GET sent " + times(client, new HttpGet(url)) + ", POST sent " + times(client, post));
    }

    static String times(CloseableHttpClient client, HttpUriRequestBase request) {
        SENT.set(0);
        try {
            client.execute(request, response -> response.getCode());
        } catch (IOException e) {
            // the connection that was closed
        }
        return SENT + (SENT.get() == 1 ? " time" : " times");
    }
}
EOJ
