package io.shelftally.job.derivation;

import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.reconciliation.MatchRules;
import io.shelftally.matching.reconciliation.Patience;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the derived rows of a night depend on besides its evidence and its work list.
 *
 * @param values one for each setting
 */
public record Rules(Map<RuleSetting, String> values) {

    public Rules {
        Map<RuleSetting, String> all = new EnumMap<>(RuleSetting.class);
        for (RuleSetting setting : RuleSetting.values()) {
            String value = values.get(setting);
            if (value == null) {
                throw new IllegalArgumentException("the rules say nothing of " + setting.key());
            }
            all.put(setting, setting.checked(value));
        }
        values = Map.copyOf(all);
    }

    /** Throws {@link IllegalArgumentException} with what the value of the setting must be, if it is none. */
    public static void check(RuleSetting setting, String value) {
        setting.checked(value);
    }

    /** Reads {@link #text()}, also as releases wrote it that had fewer settings. */
    public static Rules parse(String text) {
        Map<RuleSetting, String> values = new EnumMap<>(RuleSetting.class);
        Stream.of(RuleSetting.values())
                .forEach(setting -> setting.unsaid().ifPresent(value -> values.put(setting, value)));
        text.lines()
                .map(line -> line.split("=", 2))
                .forEach(line -> RuleSetting.of(line[0]).ifPresent(setting -> values.put(setting, line[1])));
        return new Rules(values);
    }

    /** Lines {@code key=value}, sorted by key, as an export keeps them. */
    public String text() {
        return byKey().entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The values by the names of their settings, sorted. */
    public Map<String, String> byKey() {
        Map<String, String> lines = new TreeMap<>();
        values.forEach((setting, value) -> lines.put(setting.key(), value));
        return lines;
    }

    /** The same rules but for one setting; throws {@link IllegalArgumentException} with what its value must be. */
    public Rules with(RuleSetting setting, String value) {
        Map<RuleSetting, String> changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new Rules(changed);
    }

    public String value(RuleSetting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** The settings in which they differ, in the order of causes. */
    public List<RuleSetting> differences(Rules other) {
        return Stream.of(RuleSetting.values())
                .filter(setting -> !value(setting).equals(other.value(setting)))
                .toList();
    }

    /** These rules, then those with one setting more changed into the other's, and so on up to the other rules. */
    public List<Rules> stepsTo(Rules other) {
        List<Rules> steps = new ArrayList<>(List.of(this));
        for (RuleSetting setting : differences(other)) {
            steps.add(steps.get(steps.size() - 1).with(setting, other.value(setting)));
        }
        return steps;
    }

    public boolean rawText() {
        return isOn(RuleSetting.RAW_TEXT);
    }

    String metadataScanId() {
        return value(RuleSetting.METADATA_SCAN_ID);
    }

    String metadataScanGuid() {
        return value(RuleSetting.METADATA_SCAN_GUID);
    }

    /** What says to which scans captures belong. */
    public List<String> linkKeys() {
        return List.of(metadataScanId(), metadataScanGuid());
    }

    /** Whether captures belong to the same scans by both. */
    public boolean linkAs(Rules other) {
        return metadataScanId().equals(other.metadataScanId())
                && metadataScanGuid().equals(other.metadataScanGuid());
    }

    MatchRules matching() {
        return new MatchRules(
                isOn(RuleSetting.OTHER_READING),
                isOn(RuleSetting.CHECK_DIGIT),
                VariableWeight.parse(value(RuleSetting.VARIABLE_WEIGHT)));
    }

    /** The share of a list's lines without an identifier up to which it can be read. */
    BigDecimal unreadable() {
        return new BigDecimal(value(RuleSetting.UNREADABLE));
    }

    /** Whether codes that differ from pack to pack open breaks. */
    boolean restrictedBreaks() {
        return isOn(RuleSetting.RESTRICTED_BREAKS);
    }

    Patience patience() {
        return new Patience(Integer.parseInt(value(RuleSetting.NIGHTS)));
    }

    /** Of a vendor's time that carries none. */
    ZoneId zone() {
        return ZoneId.of(value(RuleSetting.ZONE));
    }

    /** Of the business dates. */
    ZoneId businessZone() {
        return ZoneId.of(value(RuleSetting.BUSINESS_ZONE));
    }

    private boolean isOn(RuleSetting setting) {
        return Boolean.parseBoolean(value(setting));
    }
}
