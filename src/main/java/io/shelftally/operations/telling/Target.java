package io.shelftally.operations.telling;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where something is sent by HTTP: an address that may hold a secret, and is therefore never shown. */
public record Target(URI address) {

    private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    /**
     * Takes an address that keeps what is secret.
     *
     * @param setting that it comes from, for the message
     * @param allowsPlain whether plain http may leave this machine
     * @throws IllegalArgumentException if it is no address of a host, or what is sent could be read on its way
     */
    public static Target secret(String setting, URI address, boolean allowsPlain) {
        Target target = open(setting, address);
        boolean isPlain = "http".equalsIgnoreCase(address.getScheme());
        if (isPlain && !allowsPlain && !isLoopback(address.getHost())) {
            throw new IllegalArgumentException(setting + " sends secrets to " + address.getHost()
                    + " unencrypted: use https, or set shelftally.http.allow-plain=true");
        }
        return target;
    }

    /** The same where nothing is secret: plain http is as good as https. */
    public static Target open(String setting, URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(setting + " must be an address such as https://host/path");
        }
        return new Target(address);
    }

    /** The same with more of a path, before a query. */
    public Target at(String more) {
        String text = address.toString();
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        return new Target(URI.create(path.replaceFirst("/+$", "") + more + (query < 0 ? "" : text.substring(query))));
    }

    /** All of it that is shown. */
    public String host() {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public String toString() {
        return host();
    }
}
