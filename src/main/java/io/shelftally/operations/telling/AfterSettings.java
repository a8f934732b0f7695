package io.shelftally.operations.telling;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What is done with a published night, such as an upload; nothing by default.
 *
 * @param command of the shell
 * @param timeout after which it is ended, 1 h
 */
@Validated
@ConfigurationProperties("shelftally.after")
public record AfterSettings(
        @Nullable String command, @NotNull Duration timeout) {}
