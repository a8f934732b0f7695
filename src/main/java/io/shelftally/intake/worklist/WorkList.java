package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineRow;
import java.util.List;

/** The night's work as it was asked for: good rows in the order of the input, bad rows beside them. */
public record WorkList(
        List<CaptureEntry> captures,
        List<ScanEntry> scans,
        List<QuarantineRow> quarantine,
        List<InputSource> sources) {}
