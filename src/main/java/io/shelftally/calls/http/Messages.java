package io.shelftally.calls.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Requests and headers as the client has them. */
final class Messages {

    private Messages() {}

    static HttpUriRequestBase request(VendorRequest request) {
        HttpUriRequestBase ready = new HttpUriRequestBase(request.method(), request.uri());
        ready.setHeader("Accept", "application/json");
        ready.setHeader("Accept-Encoding", "gzip");
        ready.setHeader("User-Agent", "ShelfTally");
        request.headers().forEach(ready::setHeader);
        request.json()
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .map(json -> new ByteArrayEntity(json, ContentType.create("application/json")))
                .ifPresent(ready::setEntity);
        return ready;
    }

    /** All headers that have a name. */
    static HttpHeaders headers(HttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(value);
        }
        headers.remove("");
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
