package io.shelftally.job.planning;

import io.shelftally.intake.worklist.IntakeRequest;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The run that is to be planned.
 *
 * @param waiting how long it would wait for the vendors to finish
 * @param maxRetries the counted retries of a capture, from 0
 */
public record PlanOptions(LocalDate businessDate, IntakeRequest lists, Duration waiting, int maxRetries) {}
