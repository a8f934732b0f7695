package io.shelftally.publication.export;

import io.shelftally.base.text.StoredText;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8 that every reader accepts. */
final class Utf8Text {

    private Utf8Text() {}

    static byte[] encode(String text) {
        return StoredText.of(text).getBytes(StandardCharsets.UTF_8);
    }
}
