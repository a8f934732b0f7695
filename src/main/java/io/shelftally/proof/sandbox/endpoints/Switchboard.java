package io.shelftally.proof.sandbox.endpoints;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.shelftally.proof.sandbox.endpoints.Answer.Fate;
import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Habits.ErrorShape;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.World;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Hands each call to its vendor, writes it down, and lets the answer go. */
final class Switchboard implements HttpHandler {

    static final String COUNTS = "/sandbox/journal-counts";
    static final String LATENCY = "/sandbox/latency";

    private static final Logger LOG = System.getLogger(Switchboard.class.getName());

    private final ClosientApi closient;
    private final PensaApi pensa;
    private final TokenDesk tokens;
    private final CallTimes times;
    private final Journal journal;
    private final Outlet outlet;
    private final Arrivals arrivals;
    private final Clock clock;

    Switchboard(World world, ServerOptions options, Journal journal, Outlet outlet, Arrivals arrivals, Clock clock) {
        Habits habits = options.habits().over(world.habits());
        this.closient = new ClosientApi(
                world, habits, options.credentials().apiKey(), new RateLimit(options.limits(), clock), clock);
        this.tokens = new TokenDesk(world, options.credentials(), options.limits(), clock);
        this.pensa = new PensaApi(
                world, habits, options.credentials(), tokens, options.limits().scanIds(), clock);
        this.times = new CallTimes(options.latency());
        this.journal = journal;
        this.outlet = outlet;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = Call.read(exchange);
        if (call.path().equals(COUNTS)) {
            outlet.sendAtOnce(exchange, counts());
            return;
        }
        if (call.path().equals(LATENCY)) {
            if (call.method().equals("DELETE")) {
                times.beginAnew();
            }
            outlet.sendAtOnce(exchange, times.answer());
            return;
        }
        Answer answer = safeAnswer(call);
        journal.add(entry(call, answer));
        long arrived = arrivals.ofThisCall();
        outlet.send(exchange, answer, new Departure(arrived, time(call, answer, arrived), () -> times.note(arrived)));
    }

    private Answer safeAnswer(Call call) {
        try {
            return answer(call);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, call.method() + " " + call.path() + " cannot be answered", e);
            return new ClosientErrors(ErrorShape.ENVELOPE).of(500);
        }
    }

    private Answer answer(Call call) {
        if (ClosientApi.serves(call.path())) {
            return closient.answer(call);
        }
        if (call.path().startsWith(PensaApi.MOUNT)) {
            return pensa.answer(call);
        }
        return call.path().equals(TokenDesk.PATH)
                ? tokens.answer(call)
                : new PensaErrors().of(404, "no vendor has this path");
    }

    private Answer counts() {
        ObjectNode counts = Json.object();
        journal.counts().forEach(counts::put);
        return Answer.json(200, counts);
    }

    private JournalEntry entry(Call call, Answer answer) {
        Fate fate = answer.delivery().fate();
        boolean isSent = fate == Fate.WHOLE || fate == Fate.CUT;
        return new JournalEntry(
                clock.instant(),
                call.method(),
                call.path(),
                answer.ids(),
                isSent ? answer.status() : 0,
                fate == Fate.WHOLE ? answer.shown() : "",
                fate.name().toLowerCase(Locale.ROOT),
                call.port());
    }

    private Duration time(Call call, Answer answer, long arrived) {
        return call.path().equals(TokenDesk.PATH)
                ? Duration.ZERO
                : times.of(
                        call.path(), answer.ids().isEmpty() ? "" : answer.ids().get(0), arrived);
    }
}
