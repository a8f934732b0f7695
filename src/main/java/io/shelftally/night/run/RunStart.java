package io.shelftally.night.run;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A start of a night, as the database holds it.
 *
 * @param run its number, from 1
 */
public record RunStart(long run, LocalDate businessDate, Instant startedAt) {}
