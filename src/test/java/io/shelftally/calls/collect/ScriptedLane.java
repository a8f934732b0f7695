package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.night.run.HandClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lane in memory: items that are asked until the script settles them. */
class ScriptedLane implements Lane<String, ScriptedLane.Result> {

    /** What a call comes to. */
    enum Word {
        SETTLED,
        UNSETTLED,
        LOST
    }

    record Result(Word word, Answer answer) implements CallResult {

        @Override
        public String result() {
            return word.name();
        }

        @Override
        public boolean isTransient() {
            return word == Word.LOST;
        }
    }

    /** Decides what a call comes to. */
    interface Script {

        /**
         * What the call is answered with.
         *
         * @param nth which call for the item it is, from 1
         */
        Result answer(String item, int nth);
    }

    private static final int ATTEMPTS = 4;

    private static final class Item {

        private @Nullable Instant due;
        private boolean claimed;
        private int calls;
        private int polls;
        private int attempts;

        Item(Instant due) {
            this.due = due;
        }

        boolean isDue(Instant now) {
            return !claimed && due != null && !due.isAfter(now);
        }
    }

    /** Such as {@code a@0s}: which item was called when. */
    final List<String> called = new ArrayList<>();

    final List<String> settled = new ArrayList<>();
    final List<String> deferred = new ArrayList<>();
    final List<String> released = new ArrayList<>();
    int ended;

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final HandClock clock;
    private final Pace pace;
    private final Script script;

    ScriptedLane(HandClock clock, Pace pace, Script script, Stream<String> ids) {
        this.clock = clock;
        this.pace = pace;
        this.script = script;
        ids.forEach(id -> items.put(id, new Item(pace.now())));
    }

    static Result settled() {
        return new Result(Word.SETTLED, reply(200, Map.of()));
    }

    static Result unsettled() {
        return new Result(Word.UNSETTLED, reply(200, Map.of()));
    }

    static Result lost() {
        return new Result(Word.LOST, new NoReply(Reason.TIMEOUT, "", HandClock.START, Duration.ZERO, "vendor:443"));
    }

    /** A 503 with a Retry-After. */
    static Result busy(String retryAfter) {
        return new Result(Word.LOST, reply(503, Map.of("Retry-After", List.of(retryAfter))));
    }

    /** An answer that is not ready, with a Retry-After. */
    static Result notReady(String retryAfter) {
        return new Result(Word.UNSETTLED, reply(404, Map.of("Retry-After", List.of(retryAfter))));
    }

    Pace pace() {
        return pace;
    }

    long callsOf(String id) {
        return called.stream().filter(one -> one.startsWith(id + "@")).count();
    }

    @Override
    public int items(String call) {
        return 1;
    }

    @Override
    public String name() {
        return "items";
    }

    @Override
    public List<String> claim(int most, OptionalLong left) {
        List<String> calls = items.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(clock.instant()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        calls.forEach(id -> item(id).claimed = true);
        return calls;
    }

    @Override
    public void release(List<String> calls) {
        calls.forEach(id -> item(id).claimed = false);
        released.addAll(calls);
    }

    @Override
    public Optional<Instant> nextDue() {
        return items.values().stream()
                .filter(item -> !item.claimed)
                .flatMap(item -> Optional.ofNullable(item.due).stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public Supplier<Result> perform(String call) throws InterruptedException {
        Item item = item(call);
        item.calls++;
        called.add(
                call + "@" + Duration.between(HandClock.START, clock.instant()).toMillis());
        Result result = script.answer(call, item.calls);
        return () -> result;
    }

    @Override
    public void settle(List<Completed<String, Result>> completed) {
        for (Completed<String, Result> one : completed) {
            Item item = item(one.call());
            item.claimed = false;
            item.due = due(item, one.result()).orElse(null);
            settled.add(one.call());
        }
    }

    @Override
    public void waitingIsOver(boolean attemptsToo) {
        items.values().stream()
                .filter(item -> !item.claimed && item.calls > 0 && (attemptsToo || item.attempts == 0))
                .forEach(item -> item.due = null);
    }

    @Override
    public String subject(String call) {
        return call;
    }

    @Override
    public void quotaIsSpent() {
        items.forEach((id, item) -> {
            if (!item.claimed && item.due != null) {
                item.due = null;
                deferred.add(id);
            }
        });
    }

    @Override
    public void ended() {
        ended++;
    }

    @Override
    public Tally tally() {
        return new Tally(settled.size(), items.size());
    }

    private Optional<Instant> due(Item item, Result result) {
        return switch (result.word()) {
            case SETTLED -> Optional.empty();
            case UNSETTLED -> polled(item, result.answer());
            case LOST -> {
                item.attempts++;
                yield item.attempts < ATTEMPTS
                        ? pace.attempt(item.attempts, result.answer())
                        : polled(item, result.answer());
            }
        };
    }

    private Optional<Instant> polled(Item item, Answer answer) {
        item.attempts = 0;
        return pace.poll(item.polls++, answer);
    }

    private Item item(String id) {
        return Optional.ofNullable(items.get(id)).orElseThrow();
    }

    private static Reply reply(int status, Map<String, List<String>> headers) {
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0], HandClock.START);
    }
}
