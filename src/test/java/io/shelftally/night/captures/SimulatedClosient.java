package io.shelftally.night.captures;

import io.shelftally.calls.answers.Reply;
import io.shelftally.simulation.Draw;
import io.shelftally.simulation.KeyQuota;
import io.shelftally.simulation.Stage;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The vendor of captures, which lead lives of their own in virtual time. */
public final class SimulatedClosient {

    /** What becomes of a capture. */
    enum Life {
        COMPLETED,
        NOT_FOUND,
        /** Its retry mends it. */
        FAILED_ONCE,
        FAILED_FOR_GOOD,
        /** It says FAILED and refuses to be retried. */
        CONFLICTING,
        /** It says FAILED, and a retry of it is unprocessable. */
        UNPROCESSABLE,
        STUCK,
        GONE,
        FORBIDDEN,
        INVALID
    }

    private static final List<String> STATUSES = List.of("PENDING", "LOOKING_UP", "ENRICHING", "RESOLVING");

    private final class Subject {
        private final Life life;
        private final long settles;
        private final Duration work;
        private long retriedAt = -1;
        private int retries;
        private boolean isRetriedUnheard;

        Subject(Life life, Duration settles, Duration work) {
            this.life = life;
            this.settles = stage.nanos() + settles.toNanos();
            this.work = work;
        }

        String status() {
            long end = retriedAt < 0 ? settles : retriedAt + work.toNanos();
            if (stage.nanos() < end || life == Life.STUCK) {
                return STATUSES.get(Math.floorMod(stage.nanos() / 7_000_000_000L, STATUSES.size()));
            }
            return switch (life) {
                case NOT_FOUND -> "NOT_FOUND";
                case FAILED_ONCE -> retriedAt < 0 ? "FAILED" : "COMPLETED";
                case FAILED_FOR_GOOD, CONFLICTING, UNPROCESSABLE -> "FAILED";
                default -> "COMPLETED";
            };
        }
    }

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private final Stage stage;
    private final Random random;
    private final KeyQuota key;
    private boolean forbids;

    public SimulatedClosient(Stage stage, Random random, KeyQuota key) {
        this.stage = stage;
        this.random = random;
        this.key = key;
    }

    /** Is given a capture, which settles within some time. */
    public void add(String captureId, boolean isOrdinary, Duration settles) {
        Life life = isOrdinary ? Life.COMPLETED : drawLife();
        subjects.put(captureId, new Subject(life, share(settles), share(settles)));
    }

    /** What it saw that must not be. */
    public List<String> wrongs() {
        return wrongs;
    }

    /** The retries that were carried out. */
    int retriesOf(String captureId) {
        return subject(captureId).retries;
    }

    Life lifeOf(String captureId) {
        return subject(captureId).life;
    }

    /** What a read would say now. */
    String statusOf(String captureId) {
        return subject(captureId).status();
    }

    /** @param isHeard whether its sender lives when it arrives */
    Reply read(String captureId, boolean isHeard) {
        return answer(captureId, () -> read(subject(captureId), isHeard));
    }

    /** @param isHeard whether its sender lives when it arrives; if not, the next may have read FAILED before and send its own */
    Reply retry(String captureId, boolean isHeard) {
        return answer(captureId, () -> retried(captureId, subject(captureId), isHeard));
    }

    private Reply read(Subject subject, boolean isHeard) {
        subject.isRetriedUnheard &= !isHeard;
        return object(subject.status());
    }

    private Reply retried(String captureId, Subject subject, boolean isHeard) {
        if (!subject.status().equals("FAILED")) {
            if (isHeard && !subject.isRetriedUnheard) {
                wrongs.add("a retry of " + captureId + " came though it says " + subject.status());
            }
            return error(random.nextBoolean() ? 409 : 422);
        }
        if (subject.life == Life.CONFLICTING) {
            return error(409);
        }
        if (subject.life == Life.UNPROCESSABLE) {
            return error(422);
        }
        subject.retries++;
        subject.retriedAt = stage.nanos();
        subject.isRetriedUnheard = !isHeard;
        return object(random.nextInt(5) == 0 ? "FAILED" : subject.status());
    }

    /** Two answers of 403 and no other may be a refused key; so one capture at the most is forbidden. */
    private Life drawLife() {
        Life drawn = Draw.oneOf(random, Life.values());
        boolean isOneTooMany = drawn == Life.FORBIDDEN && forbids;
        forbids |= drawn == Life.FORBIDDEN;
        return isOneTooMany ? Life.INVALID : drawn;
    }

    private Reply answer(String captureId, Supplier<Reply> answer) {
        if (!key.admits()) {
            return reply(429, key.headers(true), "{}");
        }
        return switch (subject(captureId).life) {
            case GONE -> error(404);
            case FORBIDDEN -> error(403);
            case INVALID -> error(422);
            default -> answer.get();
        };
    }

    private Subject subject(String captureId) {
        Subject subject = subjects.get(captureId);
        if (subject == null) {
            throw new AssertionError("a call about " + captureId + ", which was never listed");
        }
        return subject;
    }

    private Reply object(String status) {
        return reply(
                200,
                key.headers(false),
                "{\"status\":\"" + status + "\",\"capture_type\":\"BARCODE\",\"gtin\":\"00012345678905\"}");
    }

    private Reply error(int status) {
        String envelope = "{\"error\":{\"code\":\"C" + status + "\",\"message\":\"no\"}}";
        String problem = "{\"title\":\"no\",\"status\":" + status + ",\"error_code\":\"c" + status + "\"}";
        return reply(status, key.headers(false), random.nextBoolean() ? envelope : problem);
    }

    private static Reply reply(int status, HttpHeaders headers, String body) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    private Duration share(Duration most) {
        return Duration.ofNanos((long) (most.toNanos() * random.nextDouble()));
    }
}
