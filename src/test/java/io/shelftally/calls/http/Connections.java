package io.shelftally.calls.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Takes every connection to a port of this machine, each on a thread of its own, until it is closed. */
public final class Connections implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param backlog the connections that may wait to be taken */
    public Connections(int backlog, Consumer<Socket> server) throws IOException {
        listener = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
        threads.execute(() -> accept(server));
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept(Consumer<Socket> server) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> server.accept(socket));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
