package io.shelftally.derivation;

import java.util.Map;

/** The rules of the default settings. */
public final class TestRules {

    public static final Rules DEFAULT = new Rules(Map.of(
            RuleSetting.METADATA_SCAN_ID, "scan_id",
            RuleSetting.METADATA_SCAN_GUID, "scan_guid",
            RuleSetting.VARIABLE_WEIGHT, "",
            RuleSetting.OTHER_READING, "true",
            RuleSetting.CHECK_DIGIT, "true",
            RuleSetting.NIGHTS, "3",
            RuleSetting.ZONE, "UTC",
            RuleSetting.BUSINESS_ZONE, "UTC",
            RuleSetting.RAW_TEXT, "false"));

    private TestRules() {}
}
