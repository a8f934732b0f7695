package io.shelftally.publication.twins;

/**
 * A file as it was written.
 *
 * @param sha256 of the bytes, 64 hex digits
 */
public record TwinFile(String name, long bytes, String sha256) {}
