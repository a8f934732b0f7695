package io.shelftally.publication.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file of a published version.
 *
 * @param rows null unless it is a CSV
 * @param sha256 64 hex digits
 */
public record PublishedFile(
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rows,
        long bytes,
        String sha256) {}
