package io.shelftally.operations.scheduling;

import io.shelftally.job.connections.BadSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits options that stand in a setting, as a shell would: at blanks, but for those in quotes. Nothing else is special. */
final class OptionWords {

    /** Pieces without a blank or a quote, or in quotes; several in a row are one word. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]+|'[^']*'|\"[^\"]*\")+");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private OptionWords() {}

    /** @param setting that the text comes from */
    static List<String> of(String setting, String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            requireBlank(setting, text.substring(end, word.start()), text);
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(quoted ->
                            Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))));
            end = word.end();
        }
        requireBlank(setting, text.substring(end), text);
        return words;
    }

    private static void requireBlank(String setting, String between, String text) {
        if (!between.isBlank()) {
            throw new BadSettingException(setting + " has a quote that never closes: " + text);
        }
    }
}
