package io.shelftally.publication.report;

import java.time.LocalDate;

/**
 * What is compared from night to night, counted from the rows of one version.
 *
 * @param captured products that were captured, in reported scans
 * @param setAside rows and answers in quarantine
 */
public record NightCounts(
        LocalDate businessDate,
        int version,
        long scansReported,
        long capturesReconciled,
        long captured,
        long confirmed,
        long contradicted,
        Summary.Breaks breaks,
        long setAside) {}
