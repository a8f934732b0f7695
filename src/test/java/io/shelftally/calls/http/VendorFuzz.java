package io.shelftally.calls.http;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetryAfter;
import io.shelftally.calls.answers.Timestamps;
import io.shelftally.fuzz.FuzzTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.util.unit.DataSize;

/** What both vendors send besides their objects: HTTP itself, packed bodies, tokens, times. */
public final class VendorFuzz {

    private static final int LIMIT = 1 << 20;
    private static final String SECRET = "s3cr3t/of+the/job";
    private static final HttpSettings SETTINGS =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofMillis(500), DataSize.ofBytes(LIMIT), false);

    private VendorFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "HTTP answers",
                        List.of(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 429 x\r\nRetry-After: 7\r\n\r\n",
                                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nConnection: close\r\n\r\n"),
                        List.of(
                                "\r\n",
                                "\r\n\r\n",
                                ":",
                                " ",
                                "HTTP/1.1 ",
                                "200",
                                "100",
                                "099",
                                "Content-Length: ",
                                "-1",
                                "Content-Encoding: gzip\r\n",
                                "Transfer-Encoding: chunked\r\n",
                                "ffffffff\r\n",
                                "0\r\n",
                                "Set-Cookie: a=b\r\n",
                                "X: y\r\n",
                                "\u0000"),
                        VendorFuzz::http),
                new FuzzTarget("packed bodies", List.of("{}", "x".repeat(500)), FuzzTarget.JSON, VendorFuzz::unpacking),
                new FuzzTarget(
                        "token answers",
                        List.of("{\"access_token\":\"abc.def-ghi\",\"token_type\":\"Bearer\",\"expires_in\":3600}"),
                        FuzzTarget.JSON,
                        input -> AccessToken.in(reply(Map.of(), input)).ifPresent(VendorFuzz::check)),
                FuzzTarget.ofText(
                        "Retry-After",
                        List.of(
                                "120",
                                "Sun, 06 Nov 1994 08:49:37 GMT",
                                "Sunday, 06-Nov-94 08:49:37 GMT",
                                "Sun Nov  6 08:49:37 1994"),
                        List.of(" ", ",", ":", "0", "9", "-1", "GMT", "99999999999999999999", "Nov", "٣", "\u00A0"),
                        VendorFuzz::retryAfter),
                FuzzTarget.ofText(
                        "times",
                        List.of("2026-11-21T16:20:05.31", "2026-11-21 16:20:05+02:00", "2026-11-21T16:20:05.123456Z"),
                        List.of("T", " ", "Z", "z", "+0200", "-23:59", ".", "0", "9", ":", "24:00:00", "02-30", "٣"),
                        VendorFuzz::time),
                FuzzTarget.ofText(
                        "secrets in answers",
                        List.of(
                                SECRET,
                                "{\"message\":\"bad key " + SECRET + "\"}",
                                "s3cr3t%2Fof%2Bthe\\/job",
                                "\\u00733cr3t\\/of\\u002bthe/job"),
                        List.of(SECRET, "s3cr3t", "/", "\\", "\\u", "\\u002f", "%2F", "%", "\u0000", "s"),
                        VendorFuzz::secrets));
    }

    private static void http(byte[] input) throws Exception {
        try (RawServer server = new RawServer((socket, out) -> sendAndShut(input, out, socket));
                HttpExchange http = new HttpExchange(SETTINGS, Clock.systemUTC())) {
            Answer answer = http.send(new VendorRequest("GET", server.address(), Map.of(), Optional.empty()));
            require(!(answer instanceof Reply reply) || reply.body().length <= LIMIT, answer);
            RetryAfter.of(answer);
        }
    }

    private static void sendAndShut(byte[] input, OutputStream out, java.net.Socket socket) throws IOException {
        out.write(input);
        out.flush();
        socket.shutdownOutput();
    }

    /** As packed by the vendor, and as the raw bytes of something that only says that it is packed. */
    private static void unpacking(byte[] input) throws IOException, InterruptedException {
        HttpHeaders headers = headers(Map.of("Content-Encoding", List.of("gzip")));
        byte[] whole = unpacked(packed(input), headers, 2 * LIMIT);
        require(java.util.Arrays.equals(whole, input), "unpacked");
        byte[] damaged = packed(input);
        damaged[damaged.length / 2] ^= 1;
        for (byte[] body : List.of(input, damaged)) {
            try {
                require(unpacked(body, headers, LIMIT).length <= LIMIT, "length");
            } catch (IOException documented) {
                require(body.length > 0, documented);
            }
        }
    }

    private static byte[] unpacked(byte[] body, HttpHeaders headers, int longest)
            throws IOException, InterruptedException {
        Bodies bodies = new Bodies(longest);
        try (Bodies.Hold hold = bodies.hold()) {
            return bodies.read(new ByteArrayEntity(body, ContentType.APPLICATION_JSON), headers, hold);
        }
    }

    private static void check(AccessToken token) {
        require(!token.text().isEmpty() && token.text().chars().allMatch(c -> c >= ' ' && c <= '~'), token);
        require(!token.staleAt().isAfter(token.endsAt()), token);
    }

    private static void retryAfter(String text) {
        Reply reply = reply(Map.of("Retry-After", List.of(text), "Date", List.of(text)), new byte[0]);
        RetryAfter.of(reply)
                .ifPresent(pause -> require(!pause.isNegative() && pause.compareTo(RetryAfter.LONGEST) <= 0, pause));
        require(reply.vendorTime() != null, text);
    }

    private static void time(String text) {
        new Timestamps(ZoneOffset.UTC)
                .read(text)
                .ifPresent(
                        time -> require(time.toString().length() <= "2026-11-21T16:20:05.123456789Z".length(), time));
    }

    private static void secrets(String text) {
        Secrets secrets = new Secrets();
        secrets.add(SECRET);
        byte[] before = text.getBytes(StandardCharsets.UTF_8);
        byte[] after = before.clone();
        secrets.starOut(after);
        require(!new String(after, StandardCharsets.UTF_8).contains(SECRET), text);
        for (int i = 0; i < before.length; i++) {
            require(before[i] == after[i] || after[i] == '*', text);
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(body);
        }
        return bytes.toByteArray();
    }

    private static Reply reply(Map<String, List<String>> headers, byte[] body) {
        return new Reply(200, headers(headers), body, Instant.EPOCH);
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError("not valid: " + what);
        }
    }
}
