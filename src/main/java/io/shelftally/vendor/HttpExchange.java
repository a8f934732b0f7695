package io.shelftally.vendor;

import io.shelftally.failpoint.Failpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One call to a vendor and its answer, whatever the vendor does; for any number of threads.
 *
 * <p>One deadline covers the whole call, a dripping body too. A body is bounded as sent and as unpacked. Redirects are
 * not followed, and no call is sent twice: a second one would escape the quota. HTTP/1.1, so that a call that is given
 * up ends its own connection and no other.
 */
public final class HttpExchange implements AutoCloseable {

    static {
        // The JDK would send a GET again by itself when a kept connection ends without an answer.
        if (System.getProperty("jdk.httpclient.redirects.retrylimit") == null) {
            System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        }
    }

    private final HttpSettings settings;
    private final Clock clock;
    private final CallRight right;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(HttpExchange::daemon);
    private final HttpClient client;

    public HttpExchange(HttpSettings settings, Clock clock) {
        this(settings, clock, CallRight.ALWAYS);
    }

    /** @param right asked right before each call is sent */
    public HttpExchange(HttpSettings settings, Clock clock, CallRight right) {
        this.settings = settings;
        this.clock = clock;
        this.right = right;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(worker)
                .build();
    }

    /**
     * Makes the call and waits for its answer, at most {@code shelftally.http.read-timeout}. An answer that is not 2xx
     * is a {@link Reply} as soon as its headers came, for there the status alone decides.
     *
     * @throws InterruptedException if the thread is interrupted; the call is given up
     */
    public Answer send(VendorRequest request) throws InterruptedException {
        AtomicReference<@Nullable ResponseInfo> head = new AtomicReference<>();
        HttpRequest ready = httpRequest(request);
        Failpoint.BEFORE_CALL.hit();
        right.await();
        Instant sent = clock.instant();
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(ready, info -> {
            head.set(info);
            return new BoundedBody(bodyLimit());
        });
        Failpoint.CALL_SENT.hit();
        try {
            HttpResponse<byte[]> response = call.get(settings.readTimeout().toNanos(), TimeUnit.NANOSECONDS);
            Failpoint.CALL_ANSWERED.hit();
            return unpacked(response, sent);
        } catch (ExecutionException failed) {
            return withoutBody(head.get(), failed.getCause(), sent);
        } catch (IOException unreadable) {
            return withoutBody(head.get(), unreadable, sent);
        } catch (TimeoutException late) {
            return withoutBody(head.get(), late, sent);
        } finally {
            call.cancel(true);
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }

    private static HttpRequest httpRequest(VendorRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(
                        request.method(),
                        request.json().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "ShelfTally");
        if (request.json().isPresent()) {
            builder.header("Content-Type", "application/json");
        }
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private Reply unpacked(HttpResponse<byte[]> response, Instant sent) throws IOException {
        byte[] body = Unpacking.unpack(response.body(), response.headers(), bodyLimit());
        return reply(response.statusCode(), response.headers(), body, sent);
    }

    private Answer withoutBody(@Nullable ResponseInfo head, @Nullable Throwable trouble, Instant sent) {
        if (head != null && head.statusCode() / 100 != 2) {
            return reply(head.statusCode(), head.headers(), new byte[0], sent);
        }
        String detail = trouble == null ? "" : trouble.getClass().getSimpleName();
        Instant now = clock.instant();
        return new NoReply(reason(trouble), detail, now, Duration.between(sent, now));
    }

    private Reply reply(int status, HttpHeaders headers, byte[] body, Instant sent) {
        Instant now = clock.instant();
        return new Reply(status, headers, body, now, Duration.between(sent, now));
    }

    private static Reason reason(@Nullable Throwable trouble) {
        if (trouble instanceof TimeoutException) {
            return Reason.TIMEOUT;
        }
        if (trouble instanceof TooLargeException) {
            return Reason.TOO_LARGE;
        }
        return isUnconnected(trouble) ? Reason.CONNECT : Reason.BROKEN_BODY;
    }

    private static boolean isUnconnected(@Nullable Throwable trouble) {
        return trouble != null
                && (trouble instanceof ConnectException
                        || trouble instanceof HttpConnectTimeoutException
                        || isUnconnected(trouble.getCause()));
    }

    private int bodyLimit() {
        return Math.toIntExact(settings.maxBody().toBytes());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "vendor-http");
        thread.setDaemon(true);
        return thread;
    }
}
