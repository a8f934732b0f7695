package io.shelftally.job.derivation;

import io.shelftally.night.captures.CaptureNights;
import io.shelftally.publication.results.CaptureRow;

/** A capture's published row, and what the next night needs to know. */
public record CaptureFindings(CaptureRow row, CaptureNights.Decision decision) {}
