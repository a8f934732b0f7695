package io.shelftally.operations.checkup;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The names of the settings, from the records that they are bound to, and those that stand alone. */
final class SettingNames {

    static final String ZONE = "shelftally.zone";
    static final String URL = "spring.datasource.url";

    private SettingNames() {}

    /** A setting of a record, such as {@code shelftally.poll.first}. */
    record Part(Class<?> type, RecordComponent component) {

        String name() {
            return prefix(type) + "." + DataObjectPropertyName.toDashedForm(component.getName());
        }
    }

    static List<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> types = new ArrayList<>();
        scanner.findCandidateComponents("io.shelftally").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .sorted()
                .forEach(name -> types.add(ClassUtils.resolveClassName(name, null)));
        return types;
    }

    static List<Part> parts(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(component -> new Part(type, component))
                .toList();
    }

    static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    /** All that begin with {@code shelftally.} */
    static List<String> ours() {
        return Stream.concat(
                        Stream.of(ZONE),
                        records().stream().flatMap(type -> parts(type).stream()).map(Part::name))
                .toList();
    }

    /** Such as {@code SHELFTALLY_POLL_FIRST}. */
    static String environment(String setting) {
        return setting.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** The setting whose name is most like this one. */
    static String nearest(String name) {
        String plain = plain(name);
        return ours().stream()
                .min(Comparator.comparingInt(setting -> distance(plain(setting), plain)))
                .orElseThrow();
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
