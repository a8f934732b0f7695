package io.shelftally.operations.telling;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Commands of the shell that are started at the end of a run; off by default.
 *
 * @param onFailure where the run failed, or a rule at the level fail tripped
 * @param onSuccess where it did not
 */
@ConfigurationProperties("shelftally.notify.command")
public record CommandSettings(
        @Nullable String onFailure, @Nullable String onSuccess) {}
