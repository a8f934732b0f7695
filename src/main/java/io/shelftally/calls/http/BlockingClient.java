package io.shelftally.calls.http;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client with everything off that it would do unasked: redirects, repeats, cookies, passwords, unpacking. */
final class BlockingClient {

    private static final int MOST_CONNECTIONS = 2048;
    private static final int LONGEST_HEADER_LINE = 1 << 16;
    private static final int MOST_HEADERS = 250;
    private static final int IDLE_SECONDS = 30;
    private static final int TRUSTED_IDLE_MILLIS = 300;
    private static final Pattern BELOW_ZERO = Pattern.compile("\\s*-[0-9]+\\s*");

    private BlockingClient() {}

    static CloseableHttpClient of(HttpSettings settings, CallRight right) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setRequestExecutor(new CallSender(right))
                .setRoutePlanner(new KnownRoutes())
                .setDefaultRequestConfig(requestConfig(settings))
                .replaceExecInterceptor(ChainElement.PROTOCOL.name(), new NoPasswords())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private static RequestConfig requestConfig(HttpSettings settings) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.readTimeout()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(HttpSettings settings) {
        ConnectionConfig config = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setValidateAfterInactivity(TRUSTED_IDLE_MILLIS, TimeUnit.MILLISECONDS)
                .setIdleTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setConnectionFactory(connectionFactory())
                .setDefaultConnectionConfig(config)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }

    private static HttpConnectionFactory<ManagedHttpClientConnection> connectionFactory() {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        DefaultHttpResponseParserFactory parsers =
                new DefaultHttpResponseParserFactory(limits, new HeaderLines(), null);
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(limits)
                .responseParserFactory(config -> new AskedFor(parsers.create()))
                .incomingContentLengthStrategy(BlockingClient::bodyLength)
                .build();
    }

    /** As usual, but a length below zero is none, and the body goes on until the connection ends. */
    private static long bodyLength(HttpMessage answer) throws HttpException {
        Header length = answer.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        boolean isNone = length != null && BELOW_ZERO.matcher(length.getValue()).matches();
        return isNone && !answer.containsHeader(HttpHeaders.TRANSFER_ENCODING)
                ? ContentLengthStrategy.UNDEFINED
                : DefaultContentLengthStrategy.INSTANCE.determineLength(answer);
    }
}
