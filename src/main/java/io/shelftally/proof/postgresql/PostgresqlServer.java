package io.shelftally.proof.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server of this process, on a free loopback port, unpacked from the binaries on the class path. It ends, and
 * its files go, when this process does, however that ends. It sorts text as English does, unlike H2 and Java.
 */
public final class PostgresqlServer {

    private final OtherUser user = OtherUser.find();
    private final String home = user.run("mktemp", "-d", "-t", "shelftally-postgresql-XXXXXX");
    private final int port = freePort();
    private final List<String> settings;

    /** The postmaster; 0 while there is none. */
    private long pid;

    private PostgresqlServer(List<String> settings) {
        this.settings = List.copyOf(settings);
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

    /**
     * Another one, as it comes, for as long as this process lives; throws, with the reason, where it cannot be started.
     *
     * @param settings such as {@code fsync=off}
     */
    public static PostgresqlServer start(List<String> settings) {
        return new PostgresqlServer(settings);
    }

    /** The one of the tests, which may lose what it was told; throws, with the reason, where it cannot be started. */
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
        StringBuilder options =
                new StringBuilder("-p " + port).append(" -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
        settings.forEach(setting -> options.append(" -c ").append(setting));
        String data = home + "/data";
        user.run(home + "/bin/pg_ctl", "-D", data, "-l", home + "/log", "-w", "-o", options.toString(), "start");
        pid = Long.parseLong(user.run("head", "-n", "1", data + "/postmaster.pid"));
    }

    /** What the server has said since it was made. */
    public String log() {
        return user.run("cat", home + "/log");
    }

    /** The process from which all others of the server come. */
    public long pid() {
        return pid;
    }

    private void unpack() {
        Process tar = user.start("tar", "-x", "-f", "-", "-C", home);
        try (InputStream packed = archive();
                OutputStream in = tar.getOutputStream()) {
            new XZInputStream(packed).transferTo(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OtherUser.output(tar, "tar");
    }

    private static InputStream archive() {
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        boolean isArm = !isMac && System.getProperty("os.arch").equals("aarch64");
        String name = "/postgres-" + (isMac ? "darwin" : "linux") + "-" + (isArm ? "arm_64" : "x86_64") + ".txz";
        InputStream packed = PostgresqlServer.class.getResourceAsStream(name);
        if (packed == null) {
            throw new IllegalStateException("there is no " + name + " on the class path: mvn package brings it");
        }
        return packed;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        private static final PostgresqlServer SERVER =
                new PostgresqlServer(List.of("fsync=off", "max_connections=300"));
    }
}
