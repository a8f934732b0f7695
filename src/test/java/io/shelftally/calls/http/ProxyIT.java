package io.shelftally.calls.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Calls by way of a proxy that Java names, as an operator sets one. */
class ProxyIT {

    private static final HttpSettings SETTINGS =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), DataSize.ofKilobytes(1), false);

    private final ProxySelector before = ProxySelector.getDefault();
    private final Queue<URI> askedFor = new ConcurrentLinkedQueue<>();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private Connections proxy;
    private HttpExchange http;

    @BeforeEach
    void begin() throws IOException {
        proxy = new Connections(10, this::serve);
        ProxySelector.setDefault(new OneProxy());
        http = new HttpExchange(SETTINGS, Clock.systemUTC());
    }

    @AfterEach
    void end() throws IOException {
        ProxySelector.setDefault(before);
        http.close();
        proxy.close();
    }

    @Test
    void plainCallsAreMadeByTheProxyWhichJavaIsAskedForOnce() throws Exception {
        for (int call = 1; call <= 2; call++) {
            assertThat(http.send(get("http://vendor.invalid:8080/captures/a%2Fb?x=1")))
                    .isInstanceOfSatisfying(
                            Reply.class,
                            reply -> assertThat(reply.body()).asString().isEqualTo("{}"));
        }

        assertThat(received)
                .filteredOn(line -> line.contains("HTTP/1.1"))
                .hasSize(2)
                .containsOnly("GET http://vendor.invalid:8080/captures/a%2Fb?x=1 HTTP/1.1");
        assertThat(received).contains("Host: vendor.invalid:8080").noneMatch(line -> line.startsWith("Proxy-Auth"));
        assertThat(askedFor).containsExactly(URI.create("http://vendor.invalid:8080"));
    }

    @Test
    void eachHostHasAWayOfItsOwn() throws Exception {
        http.send(get("http://one.invalid/a"));
        http.send(get("http://two.invalid/a"));

        assertThat(askedFor).containsExactly(URI.create("http://one.invalid"), URI.create("http://two.invalid"));
        assertThat(received).contains("GET http://two.invalid/a HTTP/1.1", "Host: two.invalid");
    }

    /** The proxy here takes it for a call that it cannot make. */
    @Test
    void secureCallsGoThroughATunnel() throws Exception {
        assertThat(http.send(get("https://vendor.invalid/captures/abc"))).isInstanceOf(NoReply.class);

        assertThat(received)
                .anyMatch(line -> line.startsWith("CONNECT vendor.invalid:443 "))
                .noneMatch(line -> line.startsWith("GET"));
    }

    private final class OneProxy extends ProxySelector {

        /** The socket that goes to the proxy asks as well, for one of its own. */
        @Override
        public List<Proxy> select(URI uri) {
            if (uri.getScheme().equals("socket")) {
                return List.of(Proxy.NO_PROXY);
            }
            askedFor.add(uri);
            return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException trouble) {}
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                received.add(line);
                if (line.startsWith("CONNECT")) {
                    return;
                }
                if (line.isEmpty()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException gone) {
            // The client has left: what a test of a client expects.
        }
    }

    private static VendorRequest get(String uri) {
        return new VendorRequest("GET", URI.create(uri), Map.of(), Optional.empty());
    }
}
