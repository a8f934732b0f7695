package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The processor that comes to mind first: asks for the status, then for the report, and reads both. */
final class PlainVendor implements ItemProcessor<Long, PlainAnswer> {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final PlainCalls calls;

    PlainVendor(URI vendor) {
        this.calls = new PlainCalls(vendor);
    }

    @Override
    public PlainAnswer process(Long scanId) throws Exception {
        JsonNode status = json.readTree(send(calls.statuses(scanId.toString())));
        String report = send(calls.report(scanId));
        JsonNode data = json.readTree(report).path("data");
        return new PlainAnswer(
                scanId,
                status.path("data").path(0).path("status").asString(),
                products(data, "ITEMS_SEEN") + products(data, "OOS"),
                report);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new BenchmarkException(request.uri() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static int products(JsonNode data, String type) {
        return data.path(type).path("report").path("product_list").size();
    }
}
