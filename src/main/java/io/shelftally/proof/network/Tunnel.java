package io.shelftally.proof.network;

import io.shelftally.base.clock.HostClock;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A loopback port that leads to another one, until it is cut: silently, as by a firewall that drops packets, or with the end of
 * all connections. What was under way when it was cut silently arrives when it is mended, as it would by TCP.
 */
public final class Tunnel implements Closeable {

    /** How the way is. */
    private enum State {
        OPEN,
        SILENT,
        REFUSING,
        CLOSED
    }

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Queue<Instant>> beginnings = new ConcurrentHashMap<>();
    private State state = State.OPEN;

    private Tunnel(InetSocketAddress target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept, "tunnel");
    }

    /** An open one to a port of this machine. */
    public static Tunnel to(int port) {
        try {
            return new Tunnel(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it begins. */
    public int port() {
        return server.getLocalPort();
    }

    /**
     * When the last connection began, up to a time, that came through here and that the server sees as coming from this port; empty
     * if there was none. A port is used again once its connection is closed, by any program of the machine.
     */
    public Optional<Instant> lastBeginning(int remotePort, Instant upTo) {
        return beginnings.getOrDefault(remotePort, new ConcurrentLinkedQueue<>()).stream()
                .filter(beginning -> !beginning.isAfter(upTo))
                .max(Comparator.naturalOrder());
    }

    /** Nothing passes any more, and neither end learns of it. */
    public void silence() {
        change(State.SILENT);
    }

    /** Ends all connections, and refuses new ones. */
    public void refuse() {
        change(State.REFUSING);
        links.forEach(Link::close);
    }

    /** Lets pass again, what was held up first. */
    public void mend() {
        change(State.OPEN);
    }

    @Override
    public void close() {
        change(State.CLOSED);
        links.forEach(Link::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void change(State to) {
        if (state != State.CLOSED) {
            state = to;
            notifyAll();
        }
    }

    /** Waits while the way is cut silently; whether something may pass then. */
    private synchronized boolean awaitPassage() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
        return state == State.OPEN;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start(() -> connect(client), "tunnel-connect");
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            if (!awaitPassage()) {
                client.close();
                return;
            }
            Instant beginning = HostClock.system().instant();
            Socket onward = new Socket(target.getAddress(), target.getPort());
            beginnings
                    .computeIfAbsent(onward.getLocalPort(), none -> new ConcurrentLinkedQueue<>())
                    .add(beginning);
            Link link = new Link(client, onward);
            links.add(link);
            start(() -> pump(link, client, onward), "tunnel-out");
            pump(link, onward, client);
        } catch (IOException refused) {
            closeQuietly(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Link link, Socket from, Socket to) {
        byte[] bytes = new byte[16_384];
        try {
            for (int read = 0;
                    read >= 0 && awaitPassage();
                    read = from.getInputStream().read(bytes)) {
                to.getOutputStream().write(bytes, 0, read);
            }
            awaitPassage();
        } catch (IOException gone) {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            link.close();
            links.remove(link);
        }
    }

    /** The end of a connection does not pass either. */
    private void awaitEnd() {
        try {
            awaitPassage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            return;
        }
    }

    /** A connection, both parts of it. */
    private record Link(Socket client, Socket onward) {

        void close() {
            closeQuietly(client);
            closeQuietly(onward);
        }
    }
}
