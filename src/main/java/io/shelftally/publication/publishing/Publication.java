package io.shelftally.publication.publishing;

import java.nio.file.Path;

/**
 * A finished version of a business date.
 *
 * @param version from 1
 * @param directory the version's own, not a link to it
 * @param descriptorSha256 of the descriptor of its CSV files, their twins left out, 64 hex digits
 * @param isNew false if the files came out as one that was there already
 */
public record Publication(int version, Path directory, String descriptorSha256, boolean isNew) {}
