package io.shelftally.calls.answers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pause that a vendor asks for, whatever it writes; nothing throws:
 *
 * <ol>
 *   <li>the Retry-After header: seconds or a date (RFC 9110, section 10.2.3), but also a decimal number, a number with its unit,
 *       and a list of them, of which the longest counts;
 *   <li>else, of a 429, {@code retry_after_seconds} of the body (RFC 9457, an extension of Closient's);
 *   <li>what is no whole number of seconds is rounded up.
 * </ol>
 */
public final class RetryAfter {

    /** The longest pause that is believed. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final String HEADER = "Retry-After";
    private static final String IN_BODY = "retry_after_seconds";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_DIGITS = 9;
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+)([.][0-9]*)?\\s*([a-z]*)[.]?");
    private static final Pattern DAY = Pattern.compile("(?i)(sun|mon|tue|wed|thu|fri|sat)[a-z]*");
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");

    private static final Map<String, BigDecimal> SECONDS = units(
            "0.001 ms msec msecs millisecond milliseconds",
            "1 s sec secs second seconds",
            "60 m min mins minute minutes",
            "3600 h hr hrs hour hours");

    private RetryAfter() {}

    /** The pause that the vendor asks for, from zero to {@link #LONGEST}; empty if it names none that can be read. */
    public static Optional<Duration> of(Answer answer) {
        return answer instanceof Reply reply ? inHeader(reply) : Optional.empty();
    }

    /** Whether the vendor asks for a pause in words that cannot be read. */
    public static boolean isUnreadable(Answer answer) {
        return answer instanceof Reply reply
                && !reply.headers().allValues(HEADER).isEmpty()
                && inHeader(reply).isEmpty();
    }

    /** The reply with the wish of its body in the header, where that is missing or cannot be read. */
    public static Reply restored(Reply reply) {
        return reply.status() != TOO_MANY_REQUESTS || inHeader(reply).isPresent()
                ? reply
                : Json.object(reply.body())
                        .map(body -> Json.text(body, IN_BODY))
                        .filter(seconds -> amount(seconds).isPresent())
                        .map(seconds -> reply.withHeader(HEADER, seconds))
                        .orElse(reply);
    }

    private static Optional<Duration> inHeader(Reply reply) {
        return wishes(reply.headers().allValues(HEADER)).stream()
                .flatMap(wish -> read(wish, reply).stream())
                .max(Comparator.naturalOrder());
    }

    /** What stands between the commas, but for that of a date. */
    private static List<String> wishes(List<String> values) {
        List<String> wishes = new ArrayList<>();
        for (String value : values) {
            String day = "";
            for (String part : BETWEEN.split(value.substring(0, Math.min(value.length(), LONGEST_TEXT)), -1)) {
                wishes.add(day + part);
                day = DAY.matcher(part).matches() ? part + ", " : "";
            }
        }
        return wishes;
    }

    private static Optional<Duration> read(String text, Reply reply) {
        return amount(text).or(() -> HttpDate.read(text).map(date -> until(date, reply)));
    }

    private static Duration until(Instant date, Reply reply) {
        Duration pause = Duration.between(reply.vendorTime(), date);
        return pause.isNegative() ? Duration.ZERO : bounded(pause);
    }

    private static Optional<Duration> amount(String text) {
        Matcher amount = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!amount.matches()) {
            return Optional.empty();
        }
        String whole = amount.group(1);
        return Optional.ofNullable(SECONDS.get(amount.group(3)))
                .map(unit -> whole.length() > MOST_DIGITS ? LONGEST : seconds(whole, amount.group(2), unit));
    }

    private static Duration seconds(String whole, String fraction, BigDecimal unit) {
        BigDecimal number = new BigDecimal(fraction == null ? whole : whole + fraction);
        return bounded(Duration.ofSeconds(
                number.multiply(unit).setScale(0, RoundingMode.CEILING).longValueExact()));
    }

    private static Duration bounded(Duration pause) {
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** By word; a number without one counts seconds. */
    private static Map<String, BigDecimal> units(String... lines) {
        Map<String, BigDecimal> units = List.of(lines).stream()
                .map(line -> line.split(" ", -1))
                .flatMap(line -> List.of(line).stream().skip(1).map(word -> Map.entry(word, new BigDecimal(line[0]))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        units.put("", BigDecimal.ONE);
        return Map.copyOf(units);
    }
}
