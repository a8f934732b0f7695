package io.shelftally.sandbox.vendors;

import com.sun.net.httpserver.HttpExchange;
import io.shelftally.sandbox.vendors.Answer.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends answers: at once or later, whole or cut, or keeps silent. */
final class Outlet {

    private final ScheduledExecutorService senders;
    private final Set<HttpExchange> silent = ConcurrentHashMap.newKeySet();

    Outlet(ScheduledExecutorService senders) {
        this.senders = senders;
    }

    void send(HttpExchange exchange, Answer answer, Duration latency) {
        Duration delay = latency.plus(answer.delivery().delay());
        if (delay.isZero()) {
            send(exchange, answer);
        } else {
            var unused = senders.schedule(() -> send(exchange, answer), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Drops the connections that were kept waiting. */
    void close() {
        silent.forEach(HttpExchange::close);
    }

    private void send(HttpExchange exchange, Answer answer) {
        Fate fate = answer.delivery().fate();
        if (fate == Fate.HANG) {
            silent.add(exchange);
            return;
        }
        try (exchange) {
            if (fate != Fate.DROP) {
                write(exchange, answer, fate);
            }
        } catch (IOException clientIsGone) {
            return;
        }
    }

    private static void write(HttpExchange exchange, Answer answer, Fate fate) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().get();
        int sent = fate == Fate.CUT ? body.length / 2 : body.length;
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, sent);
        out.flush();
    }
}
