package io.shelftally.vendor;

import io.shelftally.failpoint.Failpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Writes a request and reads the head of its answer, and tells whether a request was begun. */
final class CallSender extends HttpRequestExecutor {

    private static final String BEGUN = CallSender.class.getName();

    private final CallRight right;

    CallSender(CallRight right) {
        this.right = right;
    }

    /** Whether anything of the context's request may have reached the vendor. */
    static boolean hasBegun(HttpContext context) {
        return context.getAttribute(BEGUN) != null;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        refuseSurplus(connection);
        context.setAttribute(BEGUN, true);
        connection.sendRequestHeader(request);
        awaitRight();
        if (request.getEntity() != null) {
            request.setEntity(new AskingLast(request.getEntity(), this::awaitRight));
            connection.sendRequestEntity(request);
        }
        connection.flush();
        Failpoint.CALL_SENT.hit();
        return received(request, connection);
    }

    /**
     * Asked again when only the sending is left: a process may be paused while it connects. The header is in a buffer then,
     * and a short body too; the end of the body sends both.
     *
     * <p>On a busy machine a thread whose turn on a core ends between the question and the sending waits there for many
     * others, and a pause of the process then falls into that gap. So it gives its turn away before, and asks in a new one.
     */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it makes a rare moment rarer
    private void awaitRight() throws InterruptedIOException {
        try {
            Thread.yield();
            right.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static ClassicHttpResponse received(ClassicHttpRequest request, HttpClientConnection connection)
            throws IOException, HttpException {
        try {
            ClassicHttpResponse response = finalHead(connection);
            if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
                connection.receiveResponseEntity(response);
            }
            return response;
        } catch (IllegalArgumentException nonsense) {
            throw new ProtocolException("a head that the client takes for a mistake of its caller", nonsense);
        }
    }

    /** What came since the last answer is none to the next call; {@link AskedFor} sees what came together with it. */
    private static void refuseSurplus(HttpClientConnection connection) throws IOException, HttpException {
        Socket socket = connection instanceof ManagedHttpClientConnection managed ? managed.getSocket() : null;
        if (socket != null && socket.getInputStream().available() > 0) {
            throw new ProtocolException("an answer that nobody asked for");
        }
    }

    private static ClassicHttpResponse finalHead(HttpClientConnection connection) throws IOException, HttpException {
        ClassicHttpResponse response = connection.receiveResponseHeader();
        while (response.getCode() < 200) {
            if (response.getCode() < 100) {
                throw new ProtocolException("a status below 100");
            }
            response = connection.receiveResponseHeader();
        }
        return response;
    }
}
