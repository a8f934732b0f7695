package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reply;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the calls of a lane met in place of an answer, by host, for the message of a run that fails for it. Not thread-safe. */
public final class Troubles {

    private record Met(String host, String words, boolean isOfTheVendor) {}

    private static final int MOST_KINDS = 3;

    private final Map<String, Long> calls = new HashMap<>();
    private final Map<Met, Long> met = new HashMap<>();

    /** A call came to its end, be it good or bad. */
    public void saw(CallResult result) {
        Answer answer = result.answer();
        calls.merge(answer.host(), 1L, Long::sum);
        boolean isTrouble = result.isTransient() || !(answer instanceof Reply reply && reply.isSuccess());
        if (isTrouble) {
            met.merge(new Met(answer.host(), words(answer), result.isVendorFailure()), 1L, Long::sum);
        }
    }

    /** Such as "no connection to pensa.example.com:443 (refused), 20 of 20 calls" after this text; empty if nothing was met. */
    public String after(String lead) {
        String words = words(all -> true);
        return words.isEmpty() ? "" : lead + words;
    }

    /** The same of what tells that a vendor itself is in trouble. */
    String ofTheVendor() {
        return words(Met::isOfTheVendor);
    }

    /** What was met most often comes first. */
    private String words(Predicate<Met> which) {
        List<Map.Entry<Met, Long>> most = met.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .sorted(Map.Entry.<Met, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(one -> one.getKey().words()))
                .limit(MOST_KINDS)
                .toList();
        return most.stream().map(this::counted).collect(Collectors.joining(", and "));
    }

    private String counted(Map.Entry<Met, Long> one) {
        long all = calls.getOrDefault(one.getKey().host(), 0L);
        return one.getKey().words() + ", " + one.getValue() + " of " + all + (all == 1 ? " call" : " calls");
    }

    private static String words(Answer answer) {
        String host = answer.host();
        if (answer instanceof Reply reply) {
            return reply.isSuccess() ? "no usable answer from " + host : host + " answered " + reply.status();
        }
        NoReply none = (NoReply) answer;
        String what = none.detail().isEmpty() ? "" : " (" + none.detail() + ")";
        return switch (none.reason()) {
            case CONNECT -> "no connection to " + host + what;
            case TIMEOUT -> "no answer from " + host + " in time";
            case TOO_LARGE -> "an answer from " + host + " that is too long";
            default -> host + " broke off" + what;
        };
    }
}
