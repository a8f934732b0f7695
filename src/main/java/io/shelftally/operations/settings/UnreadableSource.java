package io.shelftally.operations.settings;

import io.shelftally.job.connections.BadSettingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a source of settings that Boot gave up on, in words for those who set it. */
final class UnreadableSource {

    /** Boot's words. */
    private static final Pattern TREE =
            Pattern.compile("Config tree location '(?:optional:)?(configtree:)?(.*)' must end with '/'");

    private UnreadableSource() {}

    static BadSettingException of(RuntimeException trouble) {
        return new BadSettingException(tree(trouble)
                .map(folder -> "spring.config.import (SPRING_CONFIG_IMPORT, or a file of settings) names configtree:"
                        + folder + " without a slash at its end: write configtree:" + folder + "/")
                .orElseGet(() -> "the settings cannot be read: " + words(trouble)));
    }

    private static Optional<String> tree(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            Matcher tree = TREE.matcher(String.valueOf(cause.getMessage()));
            if (tree.find()) {
                return Optional.of(tree.group(2));
            }
        }
        return Optional.empty();
    }

    /** The first message names the source, the last one what is wrong with it. */
    private static String words(Throwable trouble) {
        Throwable innermost = trouble;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return trouble == innermost
                ? String.valueOf(trouble.getMessage())
                : trouble.getMessage() + ": " + innermost.getMessage();
    }
}
