package io.shelftally.calls.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/** What kept a call from its answer, in a word or two of ours: those of an exception are for its author. */
final class Met {

    private static final Map<Class<? extends Exception>, String> WORDS = words();

    private Met() {}

    static String word(Exception trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            for (Map.Entry<Class<? extends Exception>, String> known : WORDS.entrySet()) {
                if (known.getKey().isInstance(cause)) {
                    return known.getValue();
                }
            }
        }
        return trouble instanceof IOException
                ? "broken off"
                : trouble.getClass().getSimpleName();
    }

    /** The narrower type before the wider one. */
    private static Map<Class<? extends Exception>, String> words() {
        Map<Class<? extends Exception>, String> words = new LinkedHashMap<>();
        words.put(TooLargeException.class, "too long");
        words.put(SocketTimeoutException.class, "timed out");
        words.put(UnknownHostException.class, "unknown host");
        words.put(NoRouteToHostException.class, "no route");
        words.put(ConnectException.class, "refused");
        words.put(SSLException.class, "TLS failed");
        words.put(NoHttpResponseException.class, "closed");
        words.put(ConnectionClosedException.class, "closed");
        words.put(ProtocolException.class, "no HTTP");
        return words;
    }
}
