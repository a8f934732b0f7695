package io.shelftally.calls.http;

import io.shelftally.base.failpoint.Failpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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

    private static final long LONGEST_TURN_MILLIS = 50;

    private final Lock turn = new ReentrantLock();
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
        sendInTurn(request, connection);
        Failpoint.CALL_SENT.hit();
        return received(request, connection);
    }

    /**
     * A pause of the process catches those threads that are between the question and the sending: so that is one, and the others
     * ask when it is through. A vendor that does not read holds them up for a moment only.
     */
    private void sendInTurn(ClassicHttpRequest request, HttpClientConnection connection)
            throws IOException, HttpException {
        boolean isAlone = false;
        try {
            isAlone = turn.tryLock(LONGEST_TURN_MILLIS, TimeUnit.MILLISECONDS);
            send(request, connection);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            if (isAlone) {
                turn.unlock();
            }
        }
    }

    private void send(ClassicHttpRequest request, HttpClientConnection connection) throws IOException, HttpException {
        if (request.getEntity() == null) {
            askLast();
        } else {
            request.setEntity(new AskingLast(request.getEntity(), this::askLast));
            connection.sendRequestEntity(request);
        }
        connection.flush();
    }

    private void askLast() throws InterruptedIOException {
        awaitRight();
        if (!ThisCall.maySend()) {
            throw interrupted();
        }
    }

    /**
     * Asked again when only the sending is left: a process may be paused while it connects. The header is in a buffer then,
     * and a short body too; the end of the body sends both.
     */
    private void awaitRight() throws InterruptedIOException {
        try {
            right.await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
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
