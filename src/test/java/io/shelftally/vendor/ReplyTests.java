package io.shelftally.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON ; charset=utf-8",
                "application/problem+json",
                "application/vnd.a+json;v=2"
            })
    void aBodyIsJsonIfItsTypeSaysSo(String type) {
        assertThat(reply(Map.of("content-type", List.of(type))).isJson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/jsonp", "application/json-seq", "text/plain; a=application/json"})
    void aBodyOfAnotherTypeIsNotJson(String type) {
        assertThat(reply(Map.of("Content-Type", List.of(type))).isJson()).isFalse();
    }

    @Test
    void aBodyWithoutATypeIsTakenForJson() {
        assertThat(reply(Map.of()).isJson()).isTrue();
    }

    private static Reply reply(Map<String, List<String>> headers) {
        return new Reply(200, HttpHeaders.of(headers, (name, value) -> true), new byte[0], Instant.EPOCH);
    }
}
