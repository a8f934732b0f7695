package io.shelftally.calls.http;

import java.net.URI;

/** Who is asked, as a person at a firewall would say it. */
final class Address {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private Address() {}

    /** The host with its port, be it written or not. */
    static String of(URI uri) {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
        return uri.getHost() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
