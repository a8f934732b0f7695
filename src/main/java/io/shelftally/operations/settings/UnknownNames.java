package io.shelftally.operations.settings;

import io.shelftally.base.text.Slips;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Names that begin as those of the settings do and that none of them has: slips of the pen, whose setting keeps its default. */
public final class UnknownNames {

    /** The folder of the default database: part of another setting's default, and none by itself. */
    private static final String HOME = "shelftally.home";

    /** Java options by which the launchers and the tests tell the process something. */
    private static final Set<String> OF_JAVA = Set.of(
            "shelftally.colours",
            "shelftally.columns",
            "shelftally.failpoint",
            "shelftally.launcher",
            "shelftally.output-columns",
            "shelftally.terminal");

    private UnknownNames() {}

    /**
     * A name that is no setting.
     *
     * @param nearest the setting that was meant, most likely, as it would be written in the same place
     */
    public record Unknown(String name, String nearest) {

        public String text() {
            return name + " is no setting";
        }

        public String remedy() {
            return "Was " + nearest + " meant? Else remove it.";
        }
    }

    public static List<Unknown> in(ConfigurableEnvironment settings) {
        List<String> known =
                Stream.concat(Stream.of(HOME), SettingNames.ours().stream()).toList();
        List<Unknown> unknown = new ArrayList<>();
        names(settings, true).stream()
                .filter(name -> !variables(known).contains(name))
                .forEach(name -> unknown.add(unknown(name, known, SettingNames::environment)));
        names(settings, false).stream()
                .filter(name -> !known.contains(name.replaceFirst("\\[\\d+]$", "")) && !OF_JAVA.contains(name))
                .forEach(name -> unknown.add(unknown(name, known, nearest -> nearest)));
        return unknown;
    }

    private static Unknown unknown(String name, List<String> known, UnaryOperator<String> written) {
        String plain = plain(name);
        String nearest = known.stream()
                .min(Comparator.comparingInt(setting -> Slips.between(plain(setting), plain)))
                .orElseThrow();
        return new Unknown(name, written.apply(nearest));
    }

    /** A dash may be left out, or be an underscore. */
    private static Set<String> variables(List<String> settings) {
        Set<String> variables = new HashSet<>();
        settings.forEach(name -> {
            variables.add(SettingNames.environment(name));
            variables.add(SettingNames.environment(name.replace("-", "_")));
        });
        return variables;
    }

    private static Set<String> names(ConfigurableEnvironment settings, boolean ofVariables) {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : settings.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named
                    && source instanceof SystemEnvironmentPropertySource == ofVariables) {
                Stream.of(named.getPropertyNames())
                        .filter(name -> name.startsWith(ofVariables ? "SHELFTALLY_" : "shelftally."))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
