package io.shelftally.proof.sandbox.endpoints;

import com.sun.net.httpserver.HttpExchange;
import io.shelftally.proof.sandbox.endpoints.Answer.Fate;
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

    void send(HttpExchange exchange, Answer answer, Departure departure) {
        Duration delay = departure.time().plus(answer.delivery().delay());
        byte[] body = answer.body().get();
        Runnable leave = () -> {
            departure.noted().run();
            send(exchange, answer, body);
        };
        if (delay.isZero()) {
            leave.run();
        } else {
            long rest = delay.toNanos() - (System.nanoTime() - departure.arrived());
            var unused = senders.schedule(leave, rest, TimeUnit.NANOSECONDS);
        }
    }

    void sendAtOnce(HttpExchange exchange, Answer answer) {
        send(exchange, answer, answer.body().get());
    }

    /** Drops the connections that were kept waiting. */
    void close() {
        silent.forEach(HttpExchange::close);
    }

    private void send(HttpExchange exchange, Answer answer, byte[] body) {
        Fate fate = answer.delivery().fate();
        if (fate == Fate.HANG) {
            silent.add(exchange);
            return;
        }
        try (exchange) {
            if (fate != Fate.DROP) {
                write(exchange, answer, body);
            }
        } catch (IOException clientIsGone) {
            return;
        }
    }

    private static void write(HttpExchange exchange, Answer answer, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        int sent = answer.delivery().fate() == Fate.CUT ? body.length / 2 : body.length;
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, sent);
        out.flush();
    }
}
