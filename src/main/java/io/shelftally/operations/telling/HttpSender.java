package io.shelftally.operations.telling;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;

/** Sends something by HTTP, up to three times if the other side is down; a redirection is not followed. */
public final class HttpSender {

    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 500;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout of one attempt */
    public HttpSender(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault())
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Sends it, and waits until it is taken.
     *
     * @throws IOException if it was not; the message holds no part of the address
     */
    public void send(String method, Target target, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.address())
                .timeout(timeout)
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        for (int attempt = 1; ; attempt++) {
            try {
                int status = status(request.build());
                if (status >= 200 && status < 300) {
                    return;
                }
                boolean mayRecover = status == TOO_MANY || status >= SERVER_ERROR;
                if (attempt == ATTEMPTS || !mayRecover) {
                    throw new RefusedException("HTTP " + status);
                }
            } catch (RefusedException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(words(e), e);
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
        return response.statusCode();
    }

    /** Java says little of a connection that does not come about, and where it gave up nothing of why. */
    private static String words(IOException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "no such host";
            }
            if (cause instanceof ConnectException && cause.getCause() instanceof ClosedChannelException) {
                return "no connection";
            }
        }
        String said = trouble.getMessage();
        return said == null ? trouble.getClass().getSimpleName() : said;
    }

    private static final class RefusedException extends IOException {
        RefusedException(String message) {
            super(message);
        }
    }
}
