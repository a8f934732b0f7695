package io.shelftally.nights;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS with a certificate that it has signed itself, and hands on to a server of this machine what it hears. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final Path keys;
    private final URI behind;
    private final SSLServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param names that the certificate is made out to, such as {@code dns:localhost} */
    TlsFront(Path directory, String names, URI behind) throws Exception {
        this.keys = directory.resolve("keys.p12");
        this.behind = behind;
        makeCertificate(names);
        this.listener = (SSLServerSocket)
                context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("https://localhost:" + listener.getLocalPort());
    }

    /** A trust store that holds the certificate, for the option {@code javax.net.ssl.trustStore}. */
    Path trustStore() {
        return keys;
    }

    String password() {
        return PASSWORD;
    }

    private void makeCertificate(String names) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "front",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=front",
                        "-ext",
                        "san=" + names))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private SSLContext context() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket front = listener.accept();
                Socket back = new Socket(behind.getHost(), behind.getPort());
                threads.execute(() -> pump(front, back));
                threads.execute(() -> pump(back, front));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // One side has left, for a refused certificate too; so the other one is left as well.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
