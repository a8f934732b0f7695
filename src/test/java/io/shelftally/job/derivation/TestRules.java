package io.shelftally.job.derivation;

import static java.util.Map.entry;

import java.util.Map;

/** The rules of the default settings. */
public final class TestRules {

    public static final Rules DEFAULT = new Rules(Map.ofEntries(
            entry(RuleSetting.METADATA_SCAN_ID, "scan_id"),
            entry(RuleSetting.METADATA_SCAN_GUID, "scan_guid"),
            entry(RuleSetting.VARIABLE_WEIGHT, ""),
            entry(RuleSetting.OTHER_READING, "true"),
            entry(RuleSetting.CHECK_DIGIT, "true"),
            entry(RuleSetting.UNREADABLE, "0.2"),
            entry(RuleSetting.NIGHTS, "3"),
            entry(RuleSetting.ZONE, "UTC"),
            entry(RuleSetting.BUSINESS_ZONE, "UTC"),
            entry(RuleSetting.RESTRICTED_BREAKS, "false"),
            entry(RuleSetting.RAW_TEXT, "false")));

    private TestRules() {}
}
