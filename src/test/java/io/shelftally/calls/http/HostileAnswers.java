package io.shelftally.calls.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** What a vendor that is broken, or means harm, may send in answer to any call; each by a name for messages. */
public final class HostileAnswers {

    /** Writes an answer; the connection is closed after it. */
    @FunctionalInterface
    public interface Script {
        void answer(OutputStream out) throws Exception;
    }

    private static final int MANY = 100_000;

    private HostileAnswers() {}

    /** Answers that end at once, and of which nothing can be used. */
    public static Map<String, Script> broken() {
        Map<String, Script> answers = new LinkedHashMap<>();
        answers.put("nothing", out -> {});
        answers.put("another protocol", raw("SSH-2.0-OpenSSH_9.2\r\n"));
        answers.put("bad status line", raw("HTTP/1.1 nine OK\r\n\r\n{}"));
        answers.put("an empty body", json(""));
        answers.put("a page", json("<!DOCTYPE html><html><body>Sign in</body></html>"));
        answers.put("null", json("null"));
        answers.put("a list", json("[{}]"));
        answers.put("lists of lists", json("[".repeat(300) + "]".repeat(300)));
        answers.put("lists nested deep", json("{\"a\":" + "[".repeat(MANY) + "]".repeat(MANY) + "}"));
        answers.put("objects nested deep", json("{\"data\":".repeat(MANY) + "1" + "}".repeat(MANY)));
        answers.put("two documents", json("{} {}"));
        answers.put("a number of 5,000 digits", json("{\"status\":" + "9".repeat(5000) + "}"));
        answers.put("a name of 60,000 characters", json("{\"" + "n".repeat(60_000) + "\":1}"));
        answers.put("3 MB of text", json("{\"status\":\"" + "x".repeat(3 << 20) + "\"}"));
        answers.put("a million lists", json("{\"data\":[[]" + ",[]".repeat(1_000_000) + "]}"));
        answers.put("bytes that are no UTF-8", json("{\"status\":\"\u00c3(\"}"));
        answers.put("a surrogate in UTF-8", json("{\"status\":\"\u00ed\u00a0\u0080\"}"));
        answers.put("NUL bytes", json("\0\0\0\0"));
        answers.put("a NUL within", json("{\"status\":\"a\0b\"}"));
        answers.put("a body that is cut short", raw(head("application/json", 900) + "{\"status\":"));
        answers.put("chunks that are cut short", raw(chunked("5\r\n{\"st")));
        answers.put("a chunk of no size", raw(chunked("zz\r\n{}\r\n0\r\n\r\n")));
        answers.put("a chunk of minus one", raw(chunked("-1\r\n{}\r\n0\r\n\r\n")));
        answers.put("a chunk of 2^68", raw(chunked("FFFFFFFFFFFFFFFFF\r\n{}\r\n")));
        answers.put("two lengths", raw("HTTP/1.1 200 OK\r\nContent-Length: 2, 200\r\n\r\n{}"));
        answers.put("no gzip", raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"));
        answers.put("gzip that is cut short", packed(Arrays.copyOf(gzip(new byte[5000]), 20)));
        answers.put("another encoding", raw("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}"));
        answers.put("a header of 1 MB", raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20) + "\r\n\r\n{}"));
        answers.put("a header without end", out -> repeat(out, "HTTP/1.1 200 OK\r\nX: ", "x".repeat(8192)));
        answers.put("5,000 headers", raw("HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(5000) + "\r\n{}"));
        answers.put("headers without end", out -> repeat(out, "HTTP/1.1 200 OK\r\n", "X: 1\r\n"));
        answers.put("a trailer without end", out -> repeat(out, chunked("2\r\n{}\r\n0\r\n"), "X: 1\r\n"));
        answers.put("blank lines without end", out -> repeat(out, "", "\r\n"));
        answers.put(
                "a header with a line end in it",
                raw("HTTP/1.1 200 OK\r\nRetry-After: 1\r\nSet-Cookie a=b\r\nB ad: 1\r\n\r\n{}"));
        answers.put(
                "a redirect",
                raw(
                        "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n"));
        answers.put("another protocol to switch to", raw("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n{}"));
        answers.put(
                "a pause that cannot be read",
                raw(
                        "HTTP/1.1 503 Busy\r\nConnection: close\r\nRetry-After: 1e9\r\nRetry-After: tomorrow\r\nContent-Length: 0\r\n\r\n"));
        answers.put(
                "a pause below zero",
                raw("HTTP/1.1 503 Busy\r\nConnection: close\r\nRetry-After: -99\r\nContent-Length: 0\r\n\r\n"));
        answers.put(
                "a pause of aeons",
                raw(
                        "HTTP/1.1 503 Busy\r\nConnection: close\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n"));
        return answers;
    }

    static Script broken(String name) {
        return Objects.requireNonNull(broken().get(name));
    }

    /** Answers that never come to an end, each one slowly. */
    public static Map<String, Script> hanging() {
        Map<String, Script> answers = new LinkedHashMap<>();
        answers.put("silence", out -> hang());
        answers.put("silence within the headers", halted("HTTP/1.1 200 OK\r\nContent-Type: appl"));
        answers.put("silence within the body", halted(head("application/json", 900) + "{\"status\":"));
        answers.put("a byte now and then", HostileAnswers::drip);
        answers.put("one interim answer after the other", HostileAnswers::stall);
        return answers;
    }

    /** Answers of more than a process can hold. */
    public static Map<String, Script> endless() {
        Map<String, Script> answers = new LinkedHashMap<>();
        String blanks = " ".repeat(1 << 16);
        answers.put("10 GB", out -> repeat(out, head("application/json", 10_000_000_000L), blanks));
        answers.put("chunks without end", out -> repeat(out, chunked(""), "10000\r\n" + blanks + "\r\n"));
        answers.put("a body without end", out -> repeat(out, "HTTP/1.1 200 OK\r\n\r\n{\"a\":\"", blanks));
        answers.put("a bomb of gzip", packed(gzip(new byte[100 << 20])));
        answers.put("gzip without end", HostileAnswers::gzipForEver);
        return answers;
    }

    /** An answer of JSON; a byte a character up to U+00FF. */
    public static Script json(String body) {
        return raw(head("application/json", body.length()) + body);
    }

    /** An answer as it stands; a byte a character. */
    public static Script raw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return out -> out.write(bytes);
    }

    private static Script packed(byte[] body) {
        return out -> {
            raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .answer(out);
            out.write(body);
        };
    }

    private static Script halted(String text) {
        return out -> {
            raw(text).answer(out);
            out.flush();
            hang();
        };
    }

    private static void drip(OutputStream out) throws Exception {
        raw(head("application/json", 900)).answer(out);
        while (true) {
            out.write(' ');
            out.flush();
            Thread.sleep(100);
        }
    }

    private static void stall(OutputStream out) throws Exception {
        while (true) {
            raw("HTTP/1.1 103 Early Hints\r\n\r\n").answer(out);
            out.flush();
            Thread.sleep(20);
        }
    }

    private static void repeat(OutputStream out, String first, String next) throws Exception {
        raw(first).answer(out);
        Script more = raw(next);
        while (true) {
            more.answer(out);
        }
    }

    private static void gzipForEver(OutputStream out) throws Exception {
        raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n").answer(out);
        GZIPOutputStream packer = new GZIPOutputStream(out, true);
        byte[] zeros = new byte[1 << 16];
        while (true) {
            packer.write(zeros);
        }
    }

    private static void hang() throws InterruptedException {
        Thread.sleep(600_000);
    }

    private static String head(String type, long length) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private static String chunked(String chunks) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
