package io.shelftally.proof.sandbox.world;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text put together as the bytes in which it is sent, so that what is ready as bytes is only copied. */
public final class Utf8 {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);

    public Utf8 append(String text) {
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    public Utf8 append(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
