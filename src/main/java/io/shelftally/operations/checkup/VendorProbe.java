package io.shelftally.operations.checkup;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.http.HttpExchange;
import io.shelftally.calls.http.VendorRequest;
import io.shelftally.operations.launch.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Goes the way to an address: its name, a connection, TLS, and one HEAD request without any secret, which counts against no
 * key's quota.
 */
final class VendorProbe {

    private static final String CHECK = "vendor";

    private final HttpExchange http;
    private final Duration connectTimeout;

    VendorProbe(HttpExchange http, Duration connectTimeout) {
        this.http = http;
        this.connectTimeout = connectTimeout;
    }

    /**
     * What a look at one address came to.
     *
     * @param reply empty if none came
     */
    record Look(Finding finding, Optional<Reply> reply) {}

    /** @param setting that holds the address */
    Look look(String setting, URI address) throws InterruptedException {
        try {
            if (isDirect(address)) {
                connect(address);
            }
            return asked(setting, address);
        } catch (UnknownHostException unknown) {
            return failed(
                    setting,
                    address,
                    "its name cannot be resolved",
                    "See that " + setting + " is right, and that this host resolves names (getent hosts "
                            + address.getHost() + ").");
        } catch (IOException refused) {
            return failed(setting, address, "no connection: " + refused.getMessage(), network(setting));
        } catch (VendorException certificate) {
            return new Look(
                    Finding.fail(
                            CHECK, String.valueOf(certificate.getMessage()), network(setting), ExitCode.UNAVAILABLE),
                    Optional.empty());
        }
    }

    private Look asked(String setting, URI address) throws InterruptedException {
        Answer answer = http.send(new VendorRequest("HEAD", address, Map.of(), Optional.empty()));
        if (answer instanceof NoReply none) {
            return failed(
                    setting, address, "no answer (" + none.reason() + ", " + none.detail() + ")", network(setting));
        }
        Reply reply = (Reply) answer;
        String told = address + " (" + setting + ") answers " + reply.status() + " after "
                + reply.took().toMillis() + " ms";
        Finding finding = reply.status() >= 500
                ? Finding.warn(CHECK, told, "The vendor is in trouble; a night tries on for its waiting time.")
                : Finding.ok(CHECK, told + " to a HEAD request without a secret, which costs no quota");
        return new Look(finding, Optional.of(reply));
    }

    private static Look failed(String setting, URI address, String what, String remedy) {
        return new Look(
                Finding.fail(CHECK, address + " (" + setting + "): " + what, remedy, ExitCode.UNAVAILABLE),
                Optional.empty());
    }

    private static String network(String setting) {
        return "See that " + setting
                + " is right, and that the network, a firewall or a proxy lets this host through; then the vendor's own"
                + " status page.";
    }

    /** A proxy resolves the name itself. */
    private static boolean isDirect(URI address) {
        ProxySelector proxies = ProxySelector.getDefault();
        return proxies == null || proxies.select(address).stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    private void connect(URI address) throws IOException {
        int standard = "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
        int port = address.getPort() < 0 ? standard : address.getPort();
        IOException trouble = new UnknownHostException(address.getHost());
        for (InetAddress host : InetAddress.getAllByName(address.getHost())) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), Math.toIntExact(connectTimeout.toMillis()));
                return;
            } catch (IOException next) {
                trouble = next;
            }
        }
        throw trouble;
    }
}
