package io.shelftally.operations.evidence;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** The bytes of a vendor's answer as they came, and as which answers they did. */
public final class StoredAnswer implements Answer {

    /** A time that these bytes came; {@code httpStatus} is 0 where none did. */
    record Call(String vendor, String call, String subject, LocalDate businessDate, Instant at, int httpStatus) {}

    /** What scripts are told in place of the bytes. */
    private record Account(String sha256, long bytes, List<Call> answers) {}

    private final String sha256;
    private final byte[] body;
    private final Supplier<List<Call>> calls;

    /** @param calls looked up where they are told alone: they have no index, and the same bytes may have come often */
    StoredAnswer(String sha256, byte[] body, Supplier<List<Call>> calls) {
        this.sha256 = sha256;
        this.body = body;
        this.calls = calls;
    }

    /** As they came. */
    public byte[] body() {
        return body.clone();
    }

    /** For a terminal, which no byte of it may steer: control characters are shown as {@code ?}. */
    @Override
    public String text(Style style) {
        String text = new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]", "?");
        return text.endsWith("\n") ? text : text + "\n";
    }

    @Override
    public Object json() {
        return new Account(sha256, body.length, calls.get());
    }
}
