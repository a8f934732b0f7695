package io.shelftally.calls.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.EofSensorWatcher;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body whose connection is given back for the next call when it was read to its end, and is ended otherwise. */
final class ReleasingBody extends HttpEntityWrapper implements EofSensorWatcher {

    private final ExecRuntime connection;

    ReleasingBody(HttpEntity body, ExecRuntime connection) {
        super(body);
        this.connection = connection;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new EofSensorInputStream(super.getContent(), this);
    }

    /** Whatever stands behind the body is read by the closing. */
    @Override
    public boolean eofDetected(InputStream content) throws IOException {
        try {
            content.close();
            connection.releaseEndpoint();
        } finally {
            connection.discardEndpoint();
        }
        return false;
    }

    @Override
    public boolean streamClosed(InputStream content) {
        connection.discardEndpoint();
        return false;
    }

    @Override
    public boolean streamAbort(InputStream content) {
        connection.discardEndpoint();
        return false;
    }
}
