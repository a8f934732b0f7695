package io.shelftally.nights;

import io.shelftally.calls.http.Connections;
import io.shelftally.calls.http.HostileAnswers;
import io.shelftally.calls.http.HostileAnswers.Script;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Both vendors on one port, which answer well except where a script says otherwise. A call goes by a name: {@code read ID},
 * {@code retry ID}, {@code statuses ID} (the first id that is asked about) or {@code report ID}.
 */
final class HostileVendor implements AutoCloseable {

    static final String GTIN = "00013562302284";

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");
    private static final Pattern FIRST_ID = Pattern.compile("\"scan_ids?\":\\[?([0-9]+)");

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Connections connections;

    HostileVendor() {
        try {
            this.connections = new Connections(200, this::serve);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostileVendor on(String call, Script script) {
        scripts.put(call, script);
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connections.port());
    }

    /** The names of the calls so far. */
    List<String> calls() {
        return calls;
    }

    /** @param more fields with a comma before each, or nothing */
    static String capture(String status, String more) {
        return "{\"status\":\"" + status + "\",\"capture_type\":\"BARCODE\",\"raw_value\":\"" + GTIN + "\",\"gtin\":\""
                + GTIN + "\",\"error_message\":\"\",\"created\":\"2026-11-21T16:20:05Z\"" + more + "}";
    }

    /** @param more fields of the item, or further items after a closing brace */
    static String statuses(String id, String status, String more) {
        return "{\"data\":[{\"id\":" + id + ",\"status\":\"" + status + "\",\"fast_status\":\"COMPLETE\"" + more
                + "}]}";
    }

    /** @param more fields of its one product */
    static String report(String id, String more) {
        return "{\"data\":{\"ITEMS_SEEN\":{\"scan_id\":" + id + ",\"report\":{\"product_list\":[{\"upc\":\"" + GTIN
                + "\",\"product\":\"tea\"" + more + "}]}},\"OOS\":{\"report\":{\"product_list\":[]}}}}";
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            String call = next(in);
            while (!call.isEmpty()) {
                calls.add(call);
                Script script = scripts.get(call);
                if (script != null) {
                    script.answer(out);
                    return;
                }
                usual(call).answer(out);
                out.flush();
                call = next(in);
            }
        } catch (Exception gone) {
            // The caller has left, as it should.
        }
    }

    private Script usual(String call) {
        String[] words = call.split(" ", 2);
        return HostileAnswers.json(
                switch (words[0]) {
                    case "read" -> capture(scripts.containsKey("retry " + words[1]) ? "FAILED" : "COMPLETED", "");
                    case "retry" -> capture("COMPLETED", "");
                    case "statuses" -> statuses(words[1], "COMPLETE", "");
                    default -> report(words[1], "");
                });
    }

    /** The name of the next call; empty if there is none. */
    private static String next(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return name(head.substring(0, head.indexOf("\r\n")), new String(body, StandardCharsets.UTF_8));
    }

    private static String name(String requestLine, String body) {
        String path = requestLine.split(" ", 3)[1];
        if (path.startsWith("/mobilesdkapi")) {
            Matcher id = FIRST_ID.matcher(body);
            return (path.endsWith("/scan-statuses") ? "statuses " : "report ") + (id.find() ? id.group(1) : "");
        }
        String[] parts = path.split("/", -1);
        return path.endsWith("/retry") ? "retry " + parts[parts.length - 2] : "read " + parts[parts.length - 1];
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
