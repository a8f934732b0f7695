package io.shelftally.calls.answers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Lenient reading of what vendors send: any field may be absent, null, or of another type. */
public final class Json {

    /** Bounds of what a few bytes may become: a million tokens are the products of 50,000 shelf places, and some 60 MB. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxStringLength(1 << 20)
            .maxTokenCount(1_000_000)
            .maxNestingDepth(500)
            .build();

    private static final JsonMapper MAPPER = mapper(false);

    /** Reads a value whatever stands behind it. */
    private static final ObjectReader ANYWHERE =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads what the other refuses, at the cost of another layer. */
    private static final JsonMapper LENIENT = mapper(true);

    private Json() {}

    /**
     * The JSON object that the bytes hold; empty if they hold anything else, or one beyond all measure. NaN, Infinity and
     * -Infinity, which are no JSON, are read as null.
     */
    public static Optional<JsonNode> object(byte[] body) {
        return value(body).filter(JsonNode::isObject);
    }

    /** The JSON value of any kind that the bytes hold; likewise. */
    public static Optional<JsonNode> value(byte[] body) {
        return read(() -> MAPPER.readTree(body), () -> whole(new NotNumbers(LENIENT.createParser(body))));
    }

    /**
     * The object without the elements of the arrays under a name, which are checked like the rest: the longest bodies are lists
     * that nobody looks into until much later.
     */
    public static Optional<JsonNode> outline(byte[] body, String arrays) {
        return read(
                        () -> whole(new Outline(MAPPER.createParser(body), arrays)),
                        () -> whole(new Outline(new NotNumbers(LENIENT.createParser(body)), arrays)))
                .filter(JsonNode::isObject);
    }

    /**
     * A value that stands among other bytes.
     *
     * @param end the place behind it
     */
    public record Part(JsonNode value, int end) {}

    /** The value that begins at a place; empty if there is none, or one beyond all measure. What follows it is not looked at. */
    public static Optional<Part> part(byte[] body, int from) {
        try (JsonParser parser = MAPPER.createParser(body, from, body.length - from)) {
            return some(ANYWHERE.readTree(parser))
                    .map(some ->
                            new Part(some, from + (int) parser.currentLocation().getByteOffset()));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable JsonNode whole(JsonParser parser) {
        try (parser) {
            JsonNode node = MAPPER.readTree(parser);
            return parser.nextToken() == null ? node : null;
        }
    }

    private static Optional<JsonNode> read(
            Supplier<@Nullable JsonNode> strictly, Supplier<@Nullable JsonNode> leniently) {
        try {
            return some(strictly.get());
        } catch (StreamReadException perhapsNoNumber) {
            return readAgain(leniently);
        } catch (JacksonException beyondMeasure) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> readAgain(Supplier<@Nullable JsonNode> leniently) {
        try {
            return some(leniently.get());
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> some(@Nullable JsonNode node) {
        return Optional.ofNullable(node).filter(value -> !value.isMissingNode());
    }

    private static JsonMapper mapper(boolean withNotNumbers) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(BOUNDS)
                        .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, withNotNumbers)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The field as text, a number as its digits and decimals; null if it is absent, null, empty or no value. */
    public static @Nullable String text(JsonNode object, String field) {
        JsonNode node = object.get(field);
        return node == null ? null : text(node);
    }

    /** The value as text; see {@link #text(JsonNode, String)}. */
    public static @Nullable String text(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong()
                    ? Long.toString(node.longValue())
                    : node.bigIntegerValue().toString();
        }
        if (node.isBigDecimal()) {
            return text(node.decimalValue());
        }
        String text = node.isValueNode() && !node.isNull() ? node.asString() : "";
        return text.isEmpty() ? null : text;
    }

    /** With the decimals that were written, or with the exponent: a number that has one may have lost digits. */
    private static String text(BigDecimal number) {
        return number.scale() > 0 ? number.toString() : number.unscaledValue() + "E" + -number.scale();
    }

    /**
     * The field as a number of 1 to 2^63-1, given as a number or as ASCII digits, which may have white space around them and
     * zeros before; empty if it is no such number.
     */
    public static Optional<Long> positive(JsonNode object, String field) {
        JsonNode node = object.get(field);
        if (node != null && node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue() > 0 ? Optional.of(node.longValue()) : Optional.empty();
        }
        String text = Objects.toString(text(object, field), "").strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(text.length() > 1000 ? "0" : text);
        return number.signum() > 0 && number.bitLength() < 64 ? Optional.of(number.longValue()) : Optional.empty();
    }
}
