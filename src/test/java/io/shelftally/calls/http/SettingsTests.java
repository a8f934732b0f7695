package io.shelftally.calls.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.RetrySettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.unit.DataSize;

class SettingsTests {

    private static final HttpSettings HTTP =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), DataSize.ofMegabytes(32), false);

    @Test
    void theDefaultsAreTheDocumentedOnes() throws IOException {
        Binder defaults = binder(PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties")));

        assertThat(defaults.bind("shelftally.http", HttpSettings.class).get()).isEqualTo(HTTP);
        assertThat(defaults.bind("shelftally.retry", RetrySettings.class).get())
                .isEqualTo(new RetrySettings(4, Duration.ofMillis(500), Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shelftally.http.connect-timeout=0s",
                "shelftally.http.read-timeout=-1s",
                "shelftally.http.max-body=0B",
                "shelftally.http.max-body=2GB",
                "shelftally.retry.attempts=0",
                "shelftally.retry.first=-1s",
                "shelftally.retry.longest=100ms"
            })
    void aSettingThatCannotWorkIsRefusedByName(String line) throws IOException {
        Properties settings = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        String name = line.substring(0, line.indexOf('='));
        settings.setProperty(name, line.substring(line.indexOf('=') + 1));
        Class<?> type = name.startsWith("shelftally.http") ? HttpSettings.class : RetrySettings.class;
        String prefix = name.substring(0, name.lastIndexOf('.'));

        assertThatThrownBy(() -> binder(settings).bind(prefix, type))
                .hasRootCauseMessage(rootMessage(settings, prefix, type));
        assertThat(rootMessage(settings, prefix, type)).startsWith(name + " must");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.closient.com",
                "HTTPS://host:8443/base",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:9/x",
                "http://127.255.0.3",
                "http://[::1]:8080"
            })
    void anAddressIsSafeIfItIsHttpsOrOfThisMachine(String address) {
        assertThatCode(() -> SettingChecks.requireSafeAddress("the.setting", URI.create(address), HTTP))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.closient.com",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://10.0.0.1",
                "ftp://localhost",
                "/only/a/path",
                "https://user:secret@host",
                "https://host/?key=secret",
                "https://a@b:secret@host",
                "https://user:of/secret@host",
                "https:/?key=secret",
                "//host#key=secret",
                "mailto:me"
            })
    void anUnsafeAddressIsRefusedByNameWithoutItsSecrets(String address) {
        assertThatThrownBy(() -> SettingChecks.requireSafeAddress("the.setting", URI.create(address), HTTP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the.setting")
                .hasMessageNotContaining("secret@")
                .hasMessageNotContaining("=secret");
    }

    @Test
    void plainHttpToAnotherHostCanBeAllowed() {
        HttpSettings plain = new HttpSettings(HTTP.connectTimeout(), HTTP.readTimeout(), HTTP.maxBody(), true);

        assertThatCode(() -> SettingChecks.requireSafeAddress("the.setting", URI.create("http://10.0.0.1"), plain))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok\nen", "token\r\n", "tok\u0000en", "tokén", "tok\u007Fen"})
    void aHeaderValueThatWouldSplitTheRequestIsRefusedAndNotShown(String value) {
        Map<String, String> headers = Map.of("X-API-Key", value);

        assertThatThrownBy(() -> new VendorRequest("GET", URI.create("https://host"), headers, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-API-Key")
                .hasMessageNotContaining("tok");
    }

    @Test
    void aRequestShowsTheNamesOfItsHeadersOnly() {
        VendorRequest request = new VendorRequest(
                "GET", URI.create("https://host/a"), Map.of("X-API-Key", "secret"), Optional.of("{}"));

        assertThat(request).hasToString("GET https://host/a with [X-API-Key]");
    }

    private static Binder binder(Properties settings) {
        return new Binder(ConfigurationPropertySources.from(new PropertiesPropertySource("test", settings)));
    }

    private static String rootMessage(Properties settings, String prefix, Class<?> type) {
        try {
            binder(settings).bind(prefix, type);
            return "";
        } catch (RuntimeException refused) {
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }
}
