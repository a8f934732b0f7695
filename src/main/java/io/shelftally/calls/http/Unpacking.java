package io.shelftally.calls.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the content encoding of a body while it is read: a small packed body may unpack to gigabytes. */
final class Unpacking {

    private Unpacking() {}

    /** The body as it was before it was packed. */
    static InputStream of(InputStream body, HttpHeaders headers) throws IOException {
        List<String> encodings = headers.allValues("Content-Encoding").stream()
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .filter(encoding -> !encoding.isEmpty() && !encoding.equals("identity"))
                .toList();
        if (encodings.isEmpty()) {
            return body;
        }
        if (encodings.equals(List.of("gzip")) || encodings.equals(List.of("x-gzip"))) {
            return unzipped(body);
        }
        throw new IOException("a content encoding that was not asked for");
    }

    /** An empty body is no gzip, and may be called so all the same. */
    private static InputStream unzipped(InputStream body) throws IOException {
        PushbackInputStream packed = new PushbackInputStream(body);
        int first = packed.read();
        if (first < 0) {
            return packed;
        }
        packed.unread(first);
        return new GZIPInputStream(packed);
    }
}
