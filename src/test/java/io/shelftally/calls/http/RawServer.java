package io.shelftally.calls.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that may break every rule of HTTP. */
final class RawServer implements AutoCloseable {

    /** What the server does on a connection; the request's headers have been read. */
    interface Script {
        void run(Socket socket, OutputStream out) throws Exception;
    }

    private final Connections connections;
    private final AtomicInteger requests = new AtomicInteger();
    private final Script script;
    private volatile boolean keepsAlive;

    RawServer(Script script) throws IOException {
        this.script = script;
        this.connections = new Connections(50, this::serve);
    }

    /** A server that sends this text and closes the connection. */
    static RawServer sending(String text) throws IOException {
        return new RawServer((socket, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Makes it wait for a further request on the same connection. */
    RawServer keepingAlive() {
        keepsAlive = true;
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connections.port() + "/captures/abc");
    }

    int requests() {
        return requests.get();
    }

    private void serve(Socket socket) {
        try (socket;
                OutputStream out = socket.getOutputStream()) {
            while (readHeaders(socket.getInputStream())) {
                requests.incrementAndGet();
                script.run(socket, out);
                out.flush();
                if (!keepsAlive) {
                    return;
                }
            }
        } catch (Exception gone) {
            // The client has left: what a test of a client expects.
        }
    }

    private static boolean readHeaders(InputStream in) throws IOException {
        int matched = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            boolean end = c == '\r' || c == '\n';
            matched = end ? matched + 1 : 0;
            if (matched == 4) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
