package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.endpoints.Answer.Delivery;
import io.shelftally.proof.sandbox.endpoints.Answer.Fate;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Plays a step of a script: the ordinary answer changed, another answer, or none. */
record Stage(Errors errors, Clock clock) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The answer to a call that meets the step; the ordinary one is made only if the step lets it pass. */
    Answer play(Step step, Supplier<Answer> ordinary) {
        Answer answer = step.passes() ? withoutNumbers(step.notNumbers(), ordinary.get()) : scripted(step);
        if (step.contentType() != null) {
            answer = answer.withContentType(step.contentType());
        }
        if (step.retryAfter() != null) {
            answer = answer.withHeaders(Map.of("Retry-After", retryAfter(step.retryAfter())));
        }
        return answer.withHeaders(step.headers())
                .withDelivery(new Delivery(Duration.ofMillis(step.delayMs()), fate(step)));
    }

    private static Answer withoutNumbers(List<String> fields, Answer answer) {
        if (fields.isEmpty()) {
            return answer;
        }
        String body = new String(answer.body().get(), StandardCharsets.UTF_8);
        for (String field : fields) {
            body = body.replaceAll("(\"" + Pattern.quote(field) + "\":)-?[0-9][0-9.eE+-]*", "$1NaN");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return answer.withBody(bytes);
    }

    private Answer scripted(Step step) {
        int status = step.status() == null ? 200 : step.status();
        if (step.body() != null) {
            return Answer.json(status, step.body());
        }
        if (step.text() != null) {
            return Answer.json(status, step.text());
        }
        return step.isAnswered() ? errors.of(step, status) : Answer.json(status, Json.object());
    }

    private String retryAfter(String written) {
        if (!written.matches("date\\+[0-9]{1,6}")) {
            return written;
        }
        return HTTP_DATE.format(clock.instant().plusSeconds(Long.parseLong(written.substring(5))));
    }

    private static Fate fate(Step step) {
        if (step.hang()) {
            return Fate.HANG;
        }
        if (step.drop()) {
            return Fate.DROP;
        }
        return step.cut() ? Fate.CUT : Fate.WHOLE;
    }
}
