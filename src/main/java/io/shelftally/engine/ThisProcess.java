package io.shelftally.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** As people know this process. */
record ThisProcess(String host, long pid) {

    private static final int LONGEST_NAME = 200;

    static ThisProcess found() {
        return new ThisProcess(hostName(), ProcessHandle.current().pid());
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST_NAME));
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
