package io.shelftally.operations.deletion;

import java.time.LocalDate;

/** What a deletion leaves: whole nights, and of the others some captures and scans with all that is stored of them. */
public interface Staying {

    boolean night(LocalDate businessDate);

    boolean capture(String captureId);

    boolean scan(long scanId);
}
