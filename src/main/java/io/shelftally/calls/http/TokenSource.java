package io.shelftally.calls.http;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetryAfter;
import io.shelftally.calls.answers.VendorException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that carry an access token, given or obtained, for any number of threads.
 *
 * <ol>
 *   <li>An obtained token is renewed shortly before it ends, and when a call is refused with 401. While one thread
 *       renews it the others wait, and take what came of it, be it good or bad.
 *   <li>A refused call is made once more with the new token. A second 401 ends the run, and so does a 401 for a given
 *       token or for the credentials.
 *   <li>Passing trouble at the token's address is the answer of the call that needed the token.
 * </ol>
 */
public final class TokenSource {

    /** How Pensa is given its token, for messages. */
    public static final String HOW_SENT =
            "the token is sent as x-pensa-access-token, and as Authorization: Bearer besides"
                    + " if shelftally.pensa.bearer is true";

    private final HttpExchange http;
    private final Clock clock;
    private final Optional<ClientCredentials> credentials;
    private final ReentrantLock renewing = new ReentrantLock();
    private final AtomicLong renewals = new AtomicLong();
    private volatile @Nullable AccessToken current;
    private volatile @Nullable Answer trouble;
    private volatile @Nullable VendorException end;

    private TokenSource(
            HttpExchange http, Clock clock, Optional<ClientCredentials> credentials, @Nullable AccessToken current) {
        this.http = http;
        this.clock = clock;
        this.credentials = credentials;
        this.current = current;
    }

    /** A source of one token, which cannot be renewed. */
    public static TokenSource given(String token, HttpExchange http, Clock clock) {
        http.hide(token);
        return new TokenSource(http, clock, Optional.empty(), AccessToken.lasting(token));
    }

    /** A source of tokens that are obtained by {@code client_credentials}, the first when a call needs it. */
    public static TokenSource obtained(ClientCredentials credentials, HttpExchange http, Clock clock) {
        http.hide(credentials.clientSecret());
        return new TokenSource(http, clock, Optional.of(credentials), null);
    }

    /**
     * Obtains a token if none is at hand; returns what kept it from coming, empty if it came.
     *
     * @throws VendorException if the credentials are refused, or the token's address is wrong
     */
    public Optional<Answer> obtain() throws InterruptedException {
        return usable() == null ? Optional.of(lastTrouble()) : Optional.empty();
    }

    /**
     * Makes the call that the token allows; the answer is the vendor's, or the trouble at the token's address.
     *
     * @param request the call with the given token in its headers
     * @throws VendorException if the token or the credentials are refused, or the token's address is wrong
     */
    public Unread receive(Function<String, VendorRequest> request) throws InterruptedException {
        AccessToken token = usable();
        if (token == null) {
            return http.unread(lastTrouble());
        }
        Optional<Unread> first = attempt(request, token);
        if (first.isPresent()) {
            return first.get();
        }
        AccessToken next = renewedAfter(token);
        if (next == null) {
            return http.unread(lastTrouble());
        }
        return attempt(request, next)
                .orElseThrow(() -> ended(
                        Reason.UNAUTHORIZED,
                        "Pensa: a fresh access token was refused (401). Mend shelftally.pensa.username or .base-url;"
                                + " no value is ever shown; " + HOW_SENT));
    }

    /** Empty if the token is refused. */
    private Optional<Unread> attempt(Function<String, VendorRequest> request, AccessToken token)
            throws InterruptedException {
        Unread answer = http.receive(request.apply(token.text()));
        return answer.isUnauthorized() ? answer.read(refused -> Optional.empty()) : Optional.of(answer);
    }

    private @Nullable AccessToken usable() throws InterruptedException {
        AccessToken token = current;
        if (token != null && clock.instant().isBefore(token.staleAt())) {
            return token;
        }
        AccessToken next = renewedAfter(token);
        boolean oldIsGood = token != null && clock.instant().isBefore(token.endsAt());
        return next == null && oldIsGood ? token : next;
    }

    /** The token that follows the given one; null if none could be had now. */
    private @Nullable AccessToken renewedAfter(@Nullable AccessToken old) throws InterruptedException {
        long seen = renewals.get();
        renewing.lockInterruptibly();
        try {
            throwIfEnded();
            if (current != null && !Objects.equals(current, old)) {
                return current;
            }
            if (renewals.get() == seen) {
                trouble = renew();
                renewals.incrementAndGet();
            }
            return trouble == null ? current : null;
        } finally {
            renewing.unlock();
        }
    }

    /** What kept a new token from coming; null if it came. */
    private @Nullable Answer renew() throws InterruptedException {
        ClientCredentials asked = credentials.orElseThrow(() -> ended(
                Reason.UNAUTHORIZED,
                "Pensa: the given access token was refused (401). Mend shelftally.pensa.access-token, or .username if it"
                        + " is another account's; no value is ever shown; " + HOW_SENT));
        Answer answer = http.sendForSecret(
                new VendorRequest("POST", asked.tokenUrl(), Map.of(), Optional.of(AccessToken.requestBody(asked))));
        if (!(answer instanceof Reply reply)) {
            return answer;
        }
        if (!reply.isSuccess()) {
            return refusal(reply);
        }
        Optional<AccessToken> token = AccessToken.in(reply);
        token.ifPresent(this::take);
        return token.isPresent()
                ? null
                : new NoReply(Reason.BROKEN_BODY, "the token's address answered without a usable token", reply.at());
    }

    private void take(AccessToken fresh) {
        http.hide(fresh.text());
        current = fresh;
    }

    private Answer refusal(Reply reply) {
        int status = reply.status();
        if (status == 429 || status >= 500) {
            return RetryAfter.restored(reply);
        }
        boolean credentialsRefused = status == 400 || status == 401 || status == 403;
        throw credentialsRefused
                ? ended(
                        Reason.UNAUTHORIZED,
                        "Pensa: the client id and secret were refused (" + status
                                + "). Mend shelftally.pensa.client-id and .client-secret; no value is ever shown.")
                : ended(
                        Reason.UNEXPECTED_STATUS,
                        "Pensa: " + reply.host() + " answered " + status
                                + " where a token was asked for. Mend shelftally.pensa.token-url.");
    }

    private VendorException ended(Reason reason, String message) {
        VendorException ended = new VendorException(reason, message);
        end = ended;
        return ended;
    }

    private void throwIfEnded() {
        VendorException ended = end;
        if (ended != null) {
            throw new VendorException(ended.reason(), String.valueOf(ended.getMessage()));
        }
    }

    private Answer lastTrouble() {
        Answer answer = trouble;
        return answer != null ? answer : new NoReply(Reason.BROKEN_BODY, "no access token", clock.instant());
    }
}
