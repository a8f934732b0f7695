package io.shelftally.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server of this process, on a free loopback port, unpacked from the binaries on the class path. It ends, and
 * its files go, when this process does, however that ends. It sorts text as English does, unlike H2 and Java.
 */
public final class PostgresqlServer {

    private final OtherUser user = OtherUser.find();
    private final String home = user.run("mktemp", "-d", "-t", "shelftally-postgresql-XXXXXX");
    private final int port = freePort();

    private PostgresqlServer() {
        user.start(
                "sh",
                "-c",
                "trap '' INT TERM HUP; read end; \"$0/bin/pg_ctl\" -D \"$0/data\" -m immediate stop; rm -rf \"$0\"",
                home);
        unpack();
        user.run(
                home + "/bin/initdb",
                "--pgdata=" + home + "/data",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=en-US",
                "--no-sync");
        start();
    }

    /** Throws, with the reason, where it cannot be started. */
    public static PostgresqlServer shared() {
        return Shared.SERVER;
    }

    /** The URL of a database, as the superuser. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    /** The URL of a database as a role that may create nothing in it. */
    public String urlOfAnOutsider() {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url("postgres")));
        jdbc.execute("CREATE ROLE outsider LOGIN");
        return url("postgres").replace("user=postgres", "user=outsider");
    }

    /** Ends every session. */
    public void stop() {
        user.run(home + "/bin/pg_ctl", "-D", home + "/data", "-m", "fast", "-w", "stop");
    }

    public void start() {
        user.run(
                home + "/bin/pg_ctl",
                "-D",
                home + "/data",
                "-l",
                home + "/log",
                "-w",
                "-o",
                "-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300",
                "start");
    }

    private void unpack() {
        Process tar = user.start("tar", "-x", "-f", "-", "-C", home);
        try (InputStream packed = Objects.requireNonNull(
                        PostgresqlServer.class.getResourceAsStream(archive()), PostgresqlServer::archive);
                OutputStream in = tar.getOutputStream()) {
            new XZInputStream(packed).transferTo(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OtherUser.output(tar, "tar");
    }

    private static String archive() {
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        boolean isArm = !isMac && System.getProperty("os.arch").equals("aarch64");
        return "/postgres-" + (isMac ? "darwin" : "linux") + "-" + (isArm ? "arm_64" : "x86_64") + ".txz";
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        private static final PostgresqlServer SERVER = new PostgresqlServer();
    }
}
