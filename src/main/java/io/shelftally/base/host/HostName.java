package io.shelftally.base.host;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this host, as the tables hold it. */
public final class HostName {

    private static final int LONGEST = 200;

    private HostName() {}

    /** Cut to 200 characters; {@code localhost} if it has none. */
    public static String found() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST));
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
