package io.shelftally.calls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{\"a\":}",
                "{\"a\":1",
                "{} {}",
                "{} junk",
                "{'a':1}",
                "{\"a\":nan}",
                "{\"a\":-NaN",
                "{NaN:1}",
                "<html></html>",
                "{\"a\":\"\u0001\"}"
            })
    void whatIsNoObjectIsEmpty(String body) {
        assertThat(object(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                "{\"list\":[]}",
                "{\"list\":{\"list\":7}}",
                "{\"list\":null,\"b\":[1,{\"list\":[]},2]}",
                "{\"a\":{\"list\":[[],[]]},\"b\":\"ü\"}"
            })
    void anOutlineIsTheObjectWithEmptyLists(String body) {
        String emptied = body.replace("[[],[]]", "[]");

        assertThat(Json.outline(body.getBytes(StandardCharsets.UTF_8), "list")).isEqualTo(object(emptied));
    }

    @Test
    void anOutlineLeavesOutWhatStandsInTheLists() {
        String body = "{\"data\":{\"list\":[{\"upc\":\"1\",\"list\":[2]},3],\"id\":4},\"list\":[\"x\"],\"other\":[5]}";

        assertThat(Json.outline(body.getBytes(StandardCharsets.UTF_8), "list"))
                .isEqualTo(object("{\"data\":{\"list\":[],\"id\":4},\"list\":[],\"other\":[5]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsNull(String word) {
        String body = "{\"a\":%s,\"b\":[1,%s,{\"c\":%s}],\"list\":[%s],\"text\":\"%s\",\"d\":1.5}".replace("%s", word);
        String asNull = body.replace(word, "null").replace("\"null\"", "\"" + word + "\"");

        assertThat(object(body)).isEqualTo(object(asNull)).isPresent();
        assertThat(Json.outline(body.getBytes(StandardCharsets.UTF_8), "list"))
                .isEqualTo(Json.outline(asNull.getBytes(StandardCharsets.UTF_8), "list"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":NaN", "{\"a\":NaN} {}", "{\"a\":NaN,}", "{\"a\":NaN,'b':1}", "NaN", "[NaN]"})
    void whatIsNoNumberMakesNoObjectOfWhatIsNone(String body) {
        assertThat(object(body)).isEmpty();
        assertThat(Json.outline(body.getBytes(StandardCharsets.UTF_8), "list")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{} {}",
                "{\"list\":[",
                "{\"list\":[1",
                "{\"list\":[{]}",
                "{\"list\":[01]}",
                "{\"list\":[\"\u0001\"]}",
                "{\"list\":[]} junk"
            })
    void whatIsNoObjectHasNoOutline(String body) {
        assertThat(Json.outline(body.getBytes(StandardCharsets.UTF_8), "list")).isEmpty();
    }

    @Test
    void anOutlineChecksTheTextOfWhatItLeavesOut() {
        byte[] brokenText = "{\"list\":[\"?\"]}".getBytes(StandardCharsets.US_ASCII);
        brokenText[10] = (byte) 0xC3;
        String deep = "{\"list\":" + "[".repeat(600) + "]".repeat(600) + "}";
        String longText = "{\"list\":[\"" + "x".repeat((1 << 20) + 1) + "\"]}";

        assertThat(Json.outline(brokenText, "list")).isEmpty();
        assertThat(Json.outline(deep.getBytes(StandardCharsets.US_ASCII), "list"))
                .isEmpty();
        assertThat(Json.outline(longText.getBytes(StandardCharsets.US_ASCII), "list"))
                .isEmpty();
        for (String number : List.of("9".repeat(1001), "-" + "9".repeat(1001), "0." + "9".repeat(1001))) {
            byte[] body = ("{\"list\":[" + number + "]}").getBytes(StandardCharsets.US_ASCII);
            assertThat(Json.outline(body, "list").isPresent())
                    .isEqualTo(Json.object(body).isPresent());
        }
    }

    @Test
    void bytesThatAreNoTextAreEmpty() {
        assertThat(Json.object(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1})).isEmpty();
        assertThat(Json.object(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isEmpty();
        assertThat(Json.object(new byte[] {0, 0, 0, 0})).isEmpty();
        assertThat(Json.object("[".repeat(100_000).getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(object("{\"a\":" + "{\"a\":".repeat(50_000))).isEmpty();
    }

    @Test
    void aByteOrderMarkAndWhiteSpaceAroundAreNoTrouble() {
        assertThat(object("\uFEFF{\"a\":1}")).isPresent();
        assertThat(object(" \r\n{\"a\":1}\n ")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\" | text",
                "\" \" | ' '",
                "12 | 12",
                "-12 | -12",
                "0049000006346 | ",
                "9223372036854775808123 | 9223372036854775808123",
                "1.5 | 1.5",
                "49000000450.0 | 49000000450.0",
                "00049000000450.0 | ",
                "4.9E+10 | 49E9",
                "4.9000000453E10 | 49000000453E0",
                "1e-1000000 | 1E-1000000",
                "1e1000000 | 1E1000000",
                "true | true"
            })
    void aValueIsReadAsText(String json, String text) {
        Optional<JsonNode> object = object("{\"a\":" + json + "}");

        assertThat(object.map(node -> Json.text(node, "a"))).isEqualTo(Optional.ofNullable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":{}}", "{\"a\":[\"x\"]}", "{\"b\":\"x\"}"})
    void absentNullEmptyAndStructuresAreNoText(String body) {
        assertThat(Json.text(object(body).orElseThrow(), "a")).isNull();
    }

    @Test
    void aFieldOfWhatIsNoObjectIsNoText() {
        JsonNode object =
                object("{\"text\":\"x\",\"list\":[1],\"nothing\":null}").orElseThrow();

        assertThat(Json.text(object.path("text"), "a")).isNull();
        assertThat(Json.text(object.path("list"), "a")).isNull();
        assertThat(Json.text(object.path("nothing"), "a")).isNull();
        assertThat(Json.text(object.path("absent"), "a")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "'\"1\"', 1",
        "'\"0007\"', 7",
        "'\" 12\"', 12",
        "'\"12 \"', 12",
        "9223372036854775807, 9223372036854775807",
        "'\"9223372036854775807\"', 9223372036854775807"
    })
    void aPositiveNumberIsANumberOrDigits(String json, long number) {
        assertThat(positive(json)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9223372036854775808",
                "\"9223372036854775808\"",
                "1.0",
                "1e3",
                "\"+12\"",
                "\"-5\"",
                "\"1.0\"",
                "\"\u0661\"",
                "\"\"",
                "\"x\"",
                "true",
                "null",
                "[1]",
                "{}"
            })
    void whatIsNoNumberFromOneToTwoToThe63rdLessOneIsEmpty(String json) {
        assertThat(positive(json)).isEmpty();
    }

    @Test
    void aTextOfManyDigitsIsRefusedQuickly() {
        assertThat(positive("\"" + "9".repeat(1_000_000) + "\"")).isEmpty();
        assertThat(positive("\"" + "0".repeat(900) + "5\"")).contains(5L);
    }

    private static Optional<Long> positive(String json) {
        return Json.positive(object("{\"a\":" + json + "}").orElseThrow(), "a");
    }

    private static Optional<JsonNode> object(String body) {
        return Json.object(body.getBytes(StandardCharsets.UTF_8));
    }
}
