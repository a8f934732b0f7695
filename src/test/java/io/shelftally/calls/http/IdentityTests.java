package io.shelftally.calls.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTests {

    private static final URI HOST = URI.create("https://vendor.example:8443/a/b");

    private final Identity identity = new Identity();

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusedCertificateEndsTheRunInWordsOfOurOwn(IOException trouble, String words) {
        assertThatThrownBy(() -> identity.check(HOST, trouble))
                .isInstanceOfSatisfying(
                        VendorException.class, end -> assertThat(end.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining("vendor.example:8443")
                .hasMessageContaining(words)
                .hasMessageNotContaining("<script>");
    }

    @Test
    void aHostThatWasAcceptedBeforeIsInPassingTrouble() {
        identity.proved(URI.create("https://vendor.example:8443/other"));

        assertThatCode(() -> identity.check(HOST, handshake(new CertificateException("x"))))
                .doesNotThrowAnyException();
    }

    @Test
    void troubleOfAnotherKindIsPassing() {
        assertThatCode(() -> identity.check(HOST, handshake(new EOFException())))
                .doesNotThrowAnyException();
        assertThatCode(() -> identity.check(HOST, new ConnectException("refused")))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(handshake(new CertificateException("PKIX <script>")), "nobody whom this Java trusts"),
                Arguments.of(handshake(new CertificateExpiredException("<script>")), "not valid at this time"),
                Arguments.of(handshake(new CertificateNotYetValidException("")), "not valid at this time"),
                Arguments.of(
                        handshake(new CertificateException("No subject alternative names present")),
                        "made out to another host"),
                Arguments.of(
                        handshake(new CertificateException("No name matching <script> found")),
                        "made out to another host"),
                Arguments.of(new SSLPeerUnverifiedException("<script>"), "made out to another host"));
    }

    private static IOException handshake(Exception cause) {
        SSLHandshakeException trouble = new SSLHandshakeException("(certificate_unknown)");
        trouble.initCause(cause);
        return trouble;
    }
}
