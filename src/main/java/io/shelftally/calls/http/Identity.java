package io.shelftally.calls.http;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Which hosts have proved who they are. One that cannot at the first call ends the run, since waiting mends no
 * certificate; one that could before is in passing trouble, such as one bad machine among several.
 */
final class Identity {

    private final Set<String> proved = ConcurrentHashMap.newKeySet();

    void proved(URI host) {
        proved.add(host.getAuthority());
    }

    /** @throws VendorException if the call failed because the host's certificate was refused, and it never was accepted */
    void check(URI host, IOException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            boolean isRefused = cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException;
            if (isRefused && !proved.contains(host.getAuthority())) {
                throw new VendorException(
                        Reason.UNAVAILABLE,
                        "the certificate of " + host.getAuthority() + " is refused, and no call was sent: "
                                + words(trouble) + ". See \"TLS\" in jobs/install.md");
            }
        }
    }

    /** Ours alone: those of the certificate are its owner's. */
    private static String words(IOException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return "it is not valid at this time";
            }
            if (cause instanceof SSLPeerUnverifiedException || isOfAnotherName(cause)) {
                return "it is made out to another host";
            }
        }
        return "nobody whom this Java trusts has signed it";
    }

    /** The JDK has no type of its own for it. */
    private static boolean isOfAnotherName(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof CertificateException
                && (message.startsWith("No subject alternative") || message.startsWith("No name matching"));
    }
}
