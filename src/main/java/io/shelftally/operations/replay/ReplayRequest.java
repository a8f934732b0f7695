package io.shelftally.operations.replay;

import io.shelftally.job.derivation.RuleSetting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Which night is to be replayed, and how.
 *
 * @param changes the rules that are to be others than the night's own
 * @param out where the files are kept, a directory that is empty or does not exist; empty to keep none
 * @param diff whether each row that other rules change is to be told
 */
public record ReplayRequest(
        LocalDate businessDate, Map<RuleSetting, String> changes, Optional<Path> out, boolean diff) {}
