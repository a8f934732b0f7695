package io.shelftally.night.captures;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.night.evidence.EvidenceStore;
import org.springframework.stereotype.Component;

/** What a settled answer is written to. */
@Component
record CaptureTables(CaptureItems items, EvidenceStore evidence, CallCounts counts) {}
