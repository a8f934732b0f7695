package io.shelftally.operations.lineage;

import io.shelftally.operations.telling.HttpSender;
import io.shelftally.operations.telling.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A receiver of events by HTTP, such as Marquez or DataHub. */
final class LineageReceiver implements Sink {

    private static final String PATH = "/api/v1/lineage";

    private final Target target;
    private final HttpSender http;
    private final Map<String, String> headers = new HashMap<>();

    /**
     * Without a path the address is that of the host, as OpenLineage's own clients take it.
     *
     * @param apiKey null or empty if it asks for none
     */
    LineageReceiver(URI url, @Nullable String apiKey, boolean allowsPlain, HttpSender http) {
        boolean isKeyed = apiKey != null && !apiKey.isBlank();
        String setting = "shelftally.lineage.url";
        Target given = isKeyed ? Target.secret(setting, url, allowsPlain) : Target.open(setting, url);
        String path = url.getPath();
        this.target = path == null || path.isEmpty() || path.equals("/") ? given.at(PATH) : given;
        this.http = http;
        headers.put("Content-Type", "application/json");
        if (isKeyed) {
            headers.put("Authorization", "Bearer " + apiKey);
        }
    }

    @Override
    public String name() {
        return "the receiver of lineage at " + target.host();
    }

    @Override
    public void send(String json) throws IOException, InterruptedException {
        http.send("POST", target, headers, json.getBytes(StandardCharsets.UTF_8));
    }
}
