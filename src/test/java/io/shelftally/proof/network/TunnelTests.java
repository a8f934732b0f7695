package io.shelftally.proof.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.base.clock.HostClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TunnelTests {

    private static final int SHORT_MILLIS = 300;
    private static final int LONG_MILLIS = 20_000;

    private ServerSocket server;
    private Tunnel tunnel;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LONG_MILLIS);
        tunnel = Tunnel.to(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        tunnel.close();
        server.close();
    }

    @Test
    void bytesPassBothWays() throws IOException {
        try (Socket client = client();
                Socket served = server.accept()) {
            send(client, 1);
            send(served, 2);

            assertThat(read(served, LONG_MILLIS)).isEqualTo(1);
            assertThat(read(client, LONG_MILLIS)).isEqualTo(2);
        }
    }

    @Test
    void aPortIsKnownFromWhenItsConnectionBegan() throws IOException {
        Instant before = HostClock.system().instant().minusMillis(1);
        try (Socket client = client();
                Socket served = server.accept()) {
            send(client, 1);
            assertThat(read(served, LONG_MILLIS)).isEqualTo(1);

            Instant now = HostClock.system().instant();
            assertThat(tunnel.lastBeginning(served.getPort(), now))
                    .hasValueSatisfying(beginning -> assertThat(beginning).isBetween(before, now));
            assertThat(tunnel.lastBeginning(served.getPort(), before)).isEmpty();
            assertThat(tunnel.lastBeginning(client.getLocalPort(), now)).isEmpty();
        }
    }

    @Test
    void whatIsSentIntoSilenceArrivesWhenItIsMended() throws IOException {
        try (Socket client = client();
                Socket served = server.accept()) {
            send(client, 1);
            assertThat(read(served, LONG_MILLIS)).isEqualTo(1);
            tunnel.silence();
            send(client, 2);
            send(served, 3);

            assertThatThrownBy(() -> read(served, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> read(client, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            tunnel.mend();
            assertThat(read(served, LONG_MILLIS)).isEqualTo(2);
            assertThat(read(client, LONG_MILLIS)).isEqualTo(3);
        }
    }

    @Test
    void inSilenceNeitherEndLearnsThatTheOtherHasGone() throws IOException {
        Socket client = client();
        try (Socket served = server.accept()) {
            tunnel.silence();
            client.close();

            assertThatThrownBy(() -> read(served, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            tunnel.mend();
            assertThat(read(served, LONG_MILLIS)).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionThatIsBegunInSilenceReachesTheServerLater() throws IOException {
        tunnel.silence();
        try (Socket client = client()) {
            send(client, 1);
            server.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);

            tunnel.mend();
            server.setSoTimeout(LONG_MILLIS);
            try (Socket served = server.accept()) {
                assertThat(read(served, LONG_MILLIS)).isEqualTo(1);
            }
        }
    }

    @Test
    void aRefusingOneEndsWhatThereIsAndLetsNothingNewThrough() throws IOException {
        try (Socket client = client();
                Socket served = server.accept()) {
            tunnel.refuse();

            assertThat(read(served, LONG_MILLIS)).isEqualTo(-1);
            assertThat(read(client, LONG_MILLIS)).isEqualTo(-1);
            try (Socket another = client()) {
                assertThat(read(another, LONG_MILLIS)).isEqualTo(-1);
            }
        }
        tunnel.mend();
        try (Socket client = client();
                Socket served = server.accept()) {
            send(client, 7);
            assertThat(read(served, LONG_MILLIS)).isEqualTo(7);
        }
    }

    private Socket client() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), tunnel.port());
    }

    private static void send(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
    }

    /** One byte; -1 at the end, be it by FIN or by RST. */
    private static int read(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return -1;
        }
    }
}
