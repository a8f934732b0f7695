package io.shelftally.captures;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.evidence.EvidenceStore;
import org.springframework.stereotype.Component;

/** What a settled answer is written to. */
@Component
record CaptureTables(CaptureItems items, EvidenceStore evidence, CallCounts counts) {}
