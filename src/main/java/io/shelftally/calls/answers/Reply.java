package io.shelftally.calls.answers;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor's answer of any status.
 *
 * <p>Its fields compare as those of any record, so two replies are equal only if they share the body's array.
 *
 * @param body unpacked; empty if none came, or if the status is not 2xx and the body could not be read: there the
 *     status alone decides
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared never; a copy per call would double the memory
public record Reply(int status, HttpHeaders headers, byte[] body, Instant at, Duration took, String host)
        implements Answer {

    /** A reply of which nobody asks how long it took, nor whose it is. */
    public Reply(int status, HttpHeaders headers, byte[] body, Instant at) {
        this(status, headers, body, at, Duration.ZERO, "");
    }

    /** The same reply once its body was read and is needed no more: many may wait to be settled. */
    public Reply withoutBody() {
        return new Reply(status, headers, new byte[0], at, took, host);
    }

    /** The same reply with a header of this one value. */
    Reply withHeader(String name, String value) {
        Map<String, List<String>> all = new HashMap<>(headers.map());
        all.keySet().removeIf(name::equalsIgnoreCase);
        all.put(name, List.of(value));
        return new Reply(status, HttpHeaders.of(all, (any, one) -> true), body, at, took, host);
    }

    /** Whether the status is 200 to 299. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The first value of a header, of whatever case. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** When the vendor sent it by the vendor's own clock, so that a wrong clock here does no harm; ours if it says none. */
    public Instant vendorTime() {
        return header("Date").flatMap(HttpDate::read).orElse(at);
    }

    @Override
    public String toString() {
        return "Reply[status=" + status + ", body=" + body.length + " bytes, at=" + at + "]";
    }
}
