package io.shelftally.night.scans;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.night.evidence.EvidenceStore;
import org.springframework.stereotype.Component;

/** What a settled answer is written to. */
@Component
record ScanTables(ScanItems items, ScanGuids guids, EvidenceStore evidence, CallCounts counts, SetAside setAside) {}
