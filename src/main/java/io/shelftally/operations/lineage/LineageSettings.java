package io.shelftally.operations.lineage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where OpenLineage's events of a run go; nowhere by default.
 *
 * @param url of a receiver, such as {@code http://marquez:5000}; with a path where it is not {@code /api/v1/lineage}
 * @param apiKey sent as a bearer token: a secret
 * @param file to which each event is added as a line
 * @param namespace of the job, shelftally
 * @param parent the run that started this one, {@code namespace/job/run}
 */
@Validated
@ConfigurationProperties("shelftally.lineage")
public record LineageSettings(
        @Nullable URI url,
        @Nullable String apiKey,
        @Nullable Path file,
        @NotBlank String namespace,

        @Nullable @Pattern(regexp = PARENT, message = NO_PARENT)
        String parent) {

    static final String PARENT = "|(.+)/([^/]+)/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
    static final String NO_PARENT = "must be namespace/job/run, and the run a UUID";

    @Override
    public String toString() {
        return "LineageSettings[url=" + (url == null ? "none" : "given") + ", apiKey=***, file=" + file + ", namespace="
                + namespace + ", parent=" + parent + "]";
    }
}
