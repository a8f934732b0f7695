package io.shelftally.publication.publishing;

import java.nio.file.Path;

/**
 * A site that is in its place.
 *
 * @param index the page to begin with
 * @param isNew false if it came out as the one that was there
 */
public record PublishedSite(Path index, int files, long bytes, boolean isNew) {}
