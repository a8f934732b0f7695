package io.shelftally.nights;

import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** A machine without a network: whoever opens a socket in the process that is set up with it is counted, and fails. */
public final class NoSockets extends SelectorProvider {

    private static final AtomicInteger OPENED = new AtomicInteger();

    static int opened() {
        return OPENED.get();
    }

    @Override
    public SocketChannel openSocketChannel() {
        throw refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        throw refused();
    }

    @Override
    public DatagramChannel openDatagramChannel() {
        throw refused();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
        throw refused();
    }

    @Override
    public Pipe openPipe() {
        throw refused();
    }

    @Override
    public AbstractSelector openSelector() {
        throw refused();
    }

    static IllegalStateException refused() {
        OPENED.incrementAndGet();
        return new IllegalStateException("there is no network here");
    }
}
