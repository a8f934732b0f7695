package io.shelftally.calls.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    private static final String SECRET = "csb_a/b+c=\"d";

    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
                    csb_a/b+c="d,                  ************
                    <csb_a/b+c="d>,                <************>
                    csb_a/b+c="dcsb_a/b+c="d,      ************************
                    csb_a\\/b+c=\\"d,              **************
                    csb_a/b\\u002Bc\\u003d\\"d,    ***********************
                    \\u0063sb_a/b+c="d,            *****************
                    csb_a%2Fb%2bc%3D%22d,          ********************
                    csb_a/b+c="csb_a/b+c="d,       csb_a/b+c="************
                    """)
    void aSecretIsStarredOutHoweverItIsEscaped(String text, String starred) {
        secrets.add(SECRET);

        assertThat(starOut(text, StandardCharsets.UTF_8)).isEqualTo(starred);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "csb_a/b+c=\"",
                "csb_a/b+c=\"e",
                "csb_a\\",
                "csb_a\\u",
                "csb_a\\u002",
                "csb_a%",
                "csb_a%2",
                "csb_a\\u002fb\\",
                "CSB_A/B+C=\"D"
            })
    void anythingElseStaysAsItIs(String text) {
        secrets.add(SECRET);

        assertThat(starOut(text, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void aSecretIsFoundInEveryEncodingThatJsonIsReadIn(Charset charset) {
        secrets.add(SECRET);

        assertThat(starOut("key " + SECRET + ".", charset)).isEqualTo("key ************.");
    }

    @Test
    void everySecretIsStarredOut() {
        secrets.add(SECRET);
        secrets.add("another one");

        assertThat(starOut("another one, " + SECRET, StandardCharsets.UTF_8)).isEqualTo("***********, ************");
    }

    @Test
    void whatIsTooShortToBeASecretIsLeftInHonestData() {
        secrets.add("Closed1");

        assertThat(starOut("Closed1", StandardCharsets.UTF_8)).isEqualTo("Closed1");
    }

    @Test
    void itIsSilentAboutWhatItHolds() {
        secrets.add(SECRET);

        assertThat(secrets).hasToString("1 secrets");
    }

    /** Every escape in another place of the text, and others about it. */
    @Test
    void aSecretIsFoundWhereverItIsEscaped() {
        secrets.add(SECRET);
        String escaped = "csb_a%2Fb\\u002Bc=\\\"\\u0064";
        for (int before = 0; before < 300; before++) {
            String text = "%" + "x".repeat(before) + escaped + "y".repeat(200) + "\\" + escaped;

            assertThat(starOut(text, StandardCharsets.UTF_8))
                    .isEqualTo("%" + "x".repeat(before) + "*".repeat(escaped.length()) + "y".repeat(200)
                            + "*".repeat(escaped.length() + 1));
        }
    }

    /** A backslash behind a text changes nothing before it. */
    @Test
    void aSecretIsFoundByEitherWay() {
        secrets.add("aaaabbbb");
        secrets.add("cccaaacb");
        Random random = new Random(20_261_128);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(40), 0, 3)
                    .mapToObj("abc"::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining("", random.nextBoolean() ? "aaaabbbb" : "", ""));

            String starred = starOut(text, StandardCharsets.UTF_8);

            assertThat(starOut(text + "\\", StandardCharsets.UTF_8)).isEqualTo(starred + "\\");
            found += starred.contains("*") ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    private String starOut(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        secrets.starOut(bytes);
        return new String(bytes, charset);
    }
}
