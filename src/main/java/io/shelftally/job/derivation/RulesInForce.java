package io.shelftally.job.derivation;

import static java.util.Map.entry;

import io.shelftally.matching.reconciliation.MatchRules;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.scans.PensaSettings;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rules that the settings of this process say. */
@Component
public class RulesInForce {

    private final MatchingSettings matching;
    private final ClosientSettings closient;
    private final PensaSettings pensa;
    private final BreakSettings breaks;
    private final Clock clock;

    RulesInForce(
            MatchingSettings matching,
            ClosientSettings closient,
            PensaSettings pensa,
            BreakSettings breaks,
            Clock clock) {
        this.matching = matching;
        this.closient = closient;
        this.pensa = pensa;
        this.breaks = breaks;
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
        return new Rules(Map.ofEntries(
                entry(RuleSetting.METADATA_SCAN_ID, closient.metadataScanId()),
                entry(RuleSetting.METADATA_SCAN_GUID, closient.metadataScanGuid()),
                entry(RuleSetting.VARIABLE_WEIGHT, String.join(",", matching.variableWeight())),
                entry(RuleSetting.OTHER_READING, Boolean.toString(matching.otherReading())),
                entry(RuleSetting.CHECK_DIGIT, Boolean.toString(matching.checkDigit())),
                entry(RuleSetting.UNREADABLE, matching.unreadable().toPlainString()),
                entry(RuleSetting.NIGHTS, Integer.toString(matching.nights())),
                entry(RuleSetting.ZONE, pensa.zone().getId()),
                entry(RuleSetting.BUSINESS_ZONE, clock.getZone().getId()),
                entry(RuleSetting.RESTRICTED_BREAKS, Boolean.toString(breaks.restricted())),
                entry(RuleSetting.RAW_TEXT, Boolean.toString(rawText))));
    }
}
