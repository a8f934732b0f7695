package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
    private final URI facing;

    PlainVendor(URI vendor) {
        this.facing = vendor.resolve("/mobilesdkapi/facing/");
    }

    @Override
    public PlainAnswer process(Long scanId) throws Exception {
        JsonNode status = json.readTree(post("scan-statuses", "{\"scan_ids\":[" + scanId + "]}"));
        String report =
                post("reports-on-demand", "{\"scan_id\":" + scanId + ",\"report_types\":[\"ITEMS_SEEN\",\"OOS\"]}");
        JsonNode data = json.readTree(report).path("data");
        return new PlainAnswer(
                scanId,
                status.path("data").path(0).path("status").asString(),
                products(data, "ITEMS_SEEN") + products(data, "OOS"),
                report);
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(facing.resolve(path))
                .header("Content-Type", "application/json")
                .header("x-pensa-access-token", SandboxProcess.ACCESS_TOKEN)
                .header("X-Cognito-Username", SandboxProcess.USERNAME)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new BenchmarkException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static int products(JsonNode data, String type) {
        return data.path(type).path("report").path("product_list").size();
    }
}
