package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.endpoints.Journal;
import io.shelftally.proof.sandbox.endpoints.VendorServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Both vendors, running; Closient's and Pensa's base URL are the same. */
public final class Sandbox implements Closeable {

    private final VendorServer server;

    private Sandbox(VendorServer server) {
        this.server = server;
    }

    /**
     * Starts the vendors; they listen when this returns.
     *
     * @throws io.shelftally.proof.sandbox.world.BadWorldException if the world cannot be read
     * @throws UncheckedIOException if the port is taken or the journal cannot be written
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            return new Sandbox(VendorServer.start(options.world().load(), options.server()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code http://127.0.0.1:40123}, without a slash at the end. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** Where Pensa's tokens are issued. */
    public URI tokenUri() {
        return URI.create(baseUri() + "/extapi/v2/auth-token");
    }

    public Journal journal() {
        return server.journal();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
