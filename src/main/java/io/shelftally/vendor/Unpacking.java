package io.shelftally.vendor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the content encoding of a body, within the same bound: a small packed body may unpack to gigabytes. */
final class Unpacking {

    private Unpacking() {}

    /** The body as it was before it was packed. */
    static byte[] unpack(byte[] body, HttpHeaders headers, int limit) throws IOException {
        List<String> encodings = headers.allValues("Content-Encoding").stream()
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .filter(encoding -> !encoding.isEmpty() && !encoding.equals("identity"))
                .toList();
        if (encodings.isEmpty() || body.length == 0) {
            return body;
        }
        if (encodings.equals(List.of("gzip")) || encodings.equals(List.of("x-gzip"))) {
            return gunzip(body, limit);
        }
        throw new IOException("a content encoding that was not asked for");
    }

    private static byte[] gunzip(byte[] body, int limit) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = unpacked.readNBytes(limit);
            if (unpacked.read() >= 0) {
                throw new TooLargeException();
            }
            return bytes;
        }
    }
}
