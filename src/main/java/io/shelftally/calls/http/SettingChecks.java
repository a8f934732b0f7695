package io.shelftally.calls.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks of the settings of both vendors; each message names the setting, and never shows a secret. */
public final class SettingChecks {

    private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private SettingChecks() {}

    /**
     * Refuses an address that is not https, unless it is plain http to this machine or plain http is allowed.
     *
     * @param setting such as {@code shelftally.closient.base-url}
     * @throws IllegalArgumentException if the address cannot be called safely
     */
    public static void requireSafeAddress(String setting, URI address, HttpSettings http) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(
                    setting + " must be an address such as https://host, not \"" + shown(address) + "\"");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(setting + " must hold no user, query or fragment");
        }
        if (scheme.equals("http") && !http.allowPlain() && !isLoopback(address.getHost())) {
            throw new IllegalArgumentException(setting + " sends secrets to " + address.getHost()
                    + " unencrypted: use https, or set shelftally.http.allow-plain=true");
        }
    }

    /**
     * Refuses text that cannot be the value of an HTTP header: control characters, line ends, anything but ASCII.
     *
     * @param name of the setting or of the header
     * @throws IllegalArgumentException naming the position of the character, not the value
     */
    public static void requireHeaderSafe(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException(
                        name + " holds a character that no HTTP header may hold, at position " + (i + 1) + " of "
                                + value.length() + ": look for a line end at its end");
            }
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Without what may be a secret: a user, a query, a fragment. */
    private static String shown(URI address) {
        return address.toString().replaceAll("//.*@", "//...@").replaceAll("[?#].*", "...");
    }
}
