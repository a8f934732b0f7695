package io.shelftally.operations.replay;

import io.shelftally.base.text.ByteOrderMark;
import io.shelftally.job.connections.BadSettingException;
import io.shelftally.job.derivation.RuleSetting;
import io.shelftally.job.derivation.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of rules: lines {@code key=value}; blank lines and those that begin with {@code #} or {@code !} say nothing. */
public final class RuleFile {

    private RuleFile() {}

    /** Reads it; throws {@link BadSettingException}, naming the line, for an unknown key, one that comes twice, a bad value. */
    public static Map<RuleSetting, String> read(Path file) {
        Map<RuleSetting, String> rules = new EnumMap<>(RuleSetting.class);
        List<String> lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("!")) {
                add(rules, line, file + ", line " + number + ": ");
            }
        }
        return rules;
    }

    private static void add(Map<RuleSetting, String> rules, String line, String where) {
        String[] parts = line.split("=", 2);
        String key = parts[0].strip();
        RuleSetting setting = RuleSetting.of(key)
                .orElseThrow(() -> new BadSettingException(
                        where + "\"" + key + "\" is no rule that a night can be replayed by; these are: " + known()));
        if (parts.length < 2) {
            throw new BadSettingException(where + "a value is missing: write " + key + "=VALUE");
        }
        String value = parts[1].strip();
        try {
            Rules.check(setting, value);
        } catch (IllegalArgumentException e) {
            throw new BadSettingException(where + key + " " + e.getMessage() + ", not \"" + value + "\"");
        }
        if (rules.put(setting, value) != null) {
            throw new BadSettingException(where + key + " stands in this file twice: keep one line");
        }
    }

    private static String known() {
        return Arrays.stream(RuleSetting.values()).map(RuleSetting::key).collect(Collectors.joining(", "));
    }

    private static List<String> lines(Path file) {
        try {
            return ByteOrderMark.linesBehind(file);
        } catch (IOException e) {
            throw new BadSettingException(
                    "the rules in " + file + " cannot be read: see that the file exists and is UTF-8 text");
        }
    }
}
