package io.shelftally.operations.scheduling;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a job is due.
 *
 * @param date the business date that it is given, if it is of a night
 */
public record Time(ZonedDateTime at, Optional<LocalDate> date) {}
