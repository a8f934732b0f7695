package io.shelftally.proof.sandbox.endpoints;

import com.sun.net.httpserver.HttpServer;
import io.shelftally.proof.sandbox.world.World;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Both vendors on one loopback port, until closed. */
public final class VendorServer implements Closeable {

    private static final int THREADS = 64;

    /** Enough that an answer is on time while others are written. */
    private static final int SENDERS = 16;

    private static final int BACKLOG = 1024;

    static {
        // Read once by the JDK's server: without the first, each answer waits 40 ms on JDK 17; with the others'
        // defaults of
        // 30 seconds and 200 connections, an idle connection may be closed just as a client sends a call on it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final Outlet outlet;
    private final Journal journal;

    private VendorServer(World world, ServerOptions options) throws IOException {
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), BACKLOG);
        this.journal = options.journalFile().isPresent()
                ? Journal.to(options.journalFile().get())
                : Journal.inMemory();
        this.workers = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "sandbox"));
        this.timer = Executors.newScheduledThreadPool(SENDERS, work -> new Thread(work, "sandbox-sender"));
        this.outlet = new Outlet(timer);
        Arrivals arrivals = new Arrivals(workers);
        server.createContext("/", new Switchboard(world, options, journal, outlet, arrivals, Clock.systemUTC()));
        server.setExecutor(arrivals);
        server.start();
    }

    /**
     * Serves the world.
     *
     * @throws IOException if the port is taken or the journal cannot be opened
     */
    public static VendorServer start(World world, ServerOptions options) throws IOException {
        return new VendorServer(world, options);
    }

    /** Such as {@code http://127.0.0.1:40123}, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    public Journal journal() {
        return journal;
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        outlet.close();
        server.stop(0);
        workers.shutdownNow();
        journal.close();
    }
}
