package io.shelftally.intake.worklist;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lists that the command names.
 *
 * @param captures the file of captures, which then stands for the query of the settings; null to ask the query, if any
 * @param scans likewise
 * @param allowEmpty whether a list without rows, and a file that is not there, are taken as empty
 */
public record IntakeRequest(
        @Nullable Path captures, @Nullable Path scans, boolean allowEmpty) {}
