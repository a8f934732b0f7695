package io.shelftally.derivation;

import io.shelftally.captures.ClosientSettings;
import io.shelftally.reconciliation.MatchRules;
import io.shelftally.scans.PensaSettings;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rules that the settings of this process say. */
@Component
public class RulesInForce {

    private final MatchingSettings matching;
    private final ClosientSettings closient;
    private final PensaSettings pensa;
    private final Clock clock;

    RulesInForce(MatchingSettings matching, ClosientSettings closient, PensaSettings pensa, Clock clock) {
        this.matching = matching;
        this.closient = closient;
        this.pensa = pensa;
        this.clock = clock;
    }

    /** What they say of matching. */
    public MatchRules matching() {
        return with(false).matching();
    }

    /**
     * Those rules.
     *
     * @param rawText whether text cells are left as they are even if a spreadsheet would run them
     */
    public Rules with(boolean rawText) {
        return new Rules(Map.of(
                RuleSetting.METADATA_SCAN_ID, closient.metadataScanId(),
                RuleSetting.METADATA_SCAN_GUID, closient.metadataScanGuid(),
                RuleSetting.VARIABLE_WEIGHT, String.join(",", matching.variableWeight()),
                RuleSetting.OTHER_READING, Boolean.toString(matching.otherReading()),
                RuleSetting.CHECK_DIGIT, Boolean.toString(matching.checkDigit()),
                RuleSetting.NIGHTS, Integer.toString(matching.nights()),
                RuleSetting.ZONE, pensa.zone().getId(),
                RuleSetting.BUSINESS_ZONE, clock.getZone().getId(),
                RuleSetting.RAW_TEXT, Boolean.toString(rawText)));
    }
}
