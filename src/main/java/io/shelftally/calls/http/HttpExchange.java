package io.shelftally.calls.http;

import io.shelftally.base.clock.HostClock;
import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.quota.QuotaLedger;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * One call to a vendor and its answer, whatever the vendor does; for any number of threads.
 *
 * <p>One deadline covers the whole call, a dripping body too. A body is bounded as sent and as unpacked, and so are long bodies together. Redirects are
 * not followed, and no call is sent twice: a second one would escape the quota. HTTP/1.1, so that a call that is given
 * up ends its own connection and no other. The calling thread itself sends and receives: on a busy machine each
 * hand-over to another thread would cost milliseconds.
 */
public final class HttpExchange implements AutoCloseable {

    /** The steady clock stands still while a machine is suspended. */
    private static final Clock WALL = HostClock.system();

    private final HttpSettings settings;
    private final Clock clock;
    private final CallRight right;
    private final CloseableHttpClient client;
    private final Bodies bodies;
    private final CallWatch watch = new CallWatch();
    private final Secrets secrets = new Secrets();
    private final Identity identity = new Identity();

    public HttpExchange(HttpSettings settings, Clock clock) {
        this(settings, clock, CallRight.ALWAYS);
    }

    /** @param right asked right before each call is sent */
    public HttpExchange(HttpSettings settings, Clock clock, CallRight right) {
        this(settings, clock, right, BlockingClient.of(settings, right));
    }

    HttpExchange(HttpSettings settings, Clock clock, CallRight right, CloseableHttpClient client) {
        this.settings = settings;
        this.clock = clock;
        this.right = right;
        this.client = client;
        this.bodies = new Bodies(Math.toIntExact(settings.maxBody().toBytes()));
    }

    /**
     * Makes the call and waits for its answer, at most {@code shelftally.http.read-timeout}. An answer that is not 2xx
     * is a {@link Reply} even if its body cannot be read, for there the status alone decides. A call that was held up for
     * longer than a granted call may be ({@link QuotaLedger#LONGEST_HOLD}) is not sent.
     *
     * @throws InterruptedException if the thread is interrupted; the call is given up
     * @throws VendorException if the host's certificate is refused at the first call
     */
    public Answer send(VendorRequest request) throws InterruptedException {
        return receive(request).read(Function.identity());
    }

    /** As {@link #send}, but leaves the answer to be read: the thread may make its next call meanwhile. */
    public Unread receive(VendorRequest request) throws InterruptedException {
        Bodies.Hold hold = bodies.hold();
        try {
            return new Unread(exchange(request, hold), secrets, hold);
        } catch (InterruptedException | RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    /** Trouble on the way to a call is its answer. */
    Unread unread(Answer trouble) {
        return new Unread(trouble, secrets, bodies.hold());
    }

    /** From now on the secret is starred out of the body of every answer; short ones are not. */
    public void hide(String secret) {
        secrets.add(secret);
    }

    /** As {@link #send}, but the answer is as it came: it grants a secret, is kept nowhere, and never shown. */
    Answer sendForSecret(VendorRequest request) throws InterruptedException {
        try (Bodies.Hold hold = bodies.hold()) {
            return exchange(request, hold);
        }
    }

    private Answer exchange(VendorRequest request, Bodies.Hold hold) throws InterruptedException {
        HttpUriRequestBase ready = Messages.request(request);
        HttpClientContext context = HttpClientContext.create();
        Failpoint.BEFORE_CALL.hit();
        Instant asked = clock.instant();
        Instant askedByWall = WALL.instant();
        right.await();
        throwIfInterrupted();
        Instant sent = clock.instant();
        if (isLong(asked, sent) || isLong(askedByWall, WALL.instant())) {
            return new NoReply(
                    Reason.CONNECT, "held up", sent, Duration.between(asked, sent), Address.of(request.uri()));
        }
        CallWatch.Watched call = watch.begin(ready, settings.readTimeout());
        try {
            ClassicHttpResponse response = client.executeOpen(null, ready, context);
            identity.proved(request.uri());
            return reply(response, sent, hold, Address.of(request.uri()));
        } catch (IOException trouble) {
            throwIfInterrupted();
            identity.check(request.uri(), trouble);
            Reason reason = call.isLate() ? Reason.TIMEOUT : reason(trouble, CallSender.hasBegun(context));
            return noReply(reason, trouble, sent, request.uri());
        } catch (IllegalStateException betweenTwoSteps) {
            throwIfInterrupted();
            if (!call.isLate()) {
                throw betweenTwoSteps;
            }
            return noReply(Reason.TIMEOUT, betweenTwoSteps, sent, request.uri());
        } finally {
            call.end();
        }
    }

    private static boolean isLong(Instant from, Instant until) {
        return Duration.between(from, until).compareTo(QuotaLedger.LONGEST_HOLD) > 0;
    }

    private NoReply noReply(Reason reason, Exception trouble, Instant sent, URI uri) {
        Instant now = clock.instant();
        return new NoReply(reason, Met.word(trouble), now, Duration.between(sent, now), Address.of(uri));
    }

    /** Ends the calls that are under way. */
    @Override
    public void close() {
        watch.close();
        client.close(CloseMode.IMMEDIATE);
    }

    private Reply reply(ClassicHttpResponse response, Instant sent, Bodies.Hold hold, String host)
            throws IOException, InterruptedException {
        int status = response.getCode();
        HttpHeaders headers = Messages.headers(response);
        byte[] body = new byte[0];
        try {
            body = read(response.getEntity(), headers, hold);
        } catch (IOException unreadable) {
            throwIfInterrupted();
            if (status / 100 == 2) {
                throw unreadable;
            }
        }
        Instant now = clock.instant();
        return new Reply(status, headers, body, now, Duration.between(sent, now), host);
    }

    private byte[] read(@Nullable HttpEntity entity, HttpHeaders headers, Bodies.Hold hold)
            throws IOException, InterruptedException {
        byte[] body = entity == null ? new byte[0] : bodies.read(entity, headers, hold);
        Failpoint.CALL_ANSWERED.hit();
        return body;
    }

    private static Reason reason(IOException trouble, boolean hasBegun) {
        if (trouble instanceof TooLargeException) {
            return Reason.TOO_LARGE;
        }
        if (!hasBegun && !(trouble instanceof SSLException)) {
            return Reason.CONNECT;
        }
        return trouble instanceof SocketTimeoutException ? Reason.TIMEOUT : Reason.BROKEN_BODY;
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
