package io.shelftally.nights;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Style;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.replay.Replay;
import io.shelftally.operations.replay.ReplayReport;
import io.shelftally.operations.replay.ReplayRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImplFactory;
import java.nio.channels.SocketChannel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;

/** Replays the nights of the given dates in one process that is let open no socket. */
final class ReplaysWithoutNetwork {

    private ReplaysWithoutNetwork() {}

    public static void main(String[] dates) throws IOException {
        forbidSockets();
        try (ConfigurableApplicationContext context =
                new Launcher(new StopSignal()).start(Progress.NONE, DatabaseNeed.CURRENT)) {
            Replay replay = context.getBean(Replay.class);
            for (String date : dates) {
                ReplayReport report = replay.replay(
                        new ReplayRequest(LocalDate.parse(date), Map.of(), Optional.empty(), false), changed -> {});
                System.err.println("replayed " + date
                        + (report.isAsExpected() ? " same bytes" : " otherwise: " + report.text(Style.PLAIN)));
            }
        }
        int opened = NoSockets.opened();
        boolean seen = fails(Socket::new) && fails(SocketChannel::open);
        System.err.println("sockets opened: " + opened + ", and " + (NoSockets.opened() - opened) + " of "
                + (seen ? 2 : 0) + " by one who tries");
    }

    @SuppressWarnings("deprecation") // the way to see each classic socket, on every Java from 17 on
    private static void forbidSockets() throws IOException {
        SocketImplFactory none = () -> {
            throw NoSockets.refused();
        };
        Socket.setSocketImplFactory(none);
        ServerSocket.setSocketFactory(none);
    }

    private static boolean fails(Callable<AutoCloseable> act) {
        try (AutoCloseable opened = act.call()) {
            return opened == null;
        } catch (Exception e) {
            return true;
        }
    }
}
