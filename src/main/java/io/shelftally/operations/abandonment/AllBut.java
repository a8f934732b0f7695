package io.shelftally.operations.abandonment;

import io.shelftally.operations.deletion.Staying;
import java.time.LocalDate;

/** Every night stays but one, of which nothing does. */
record AllBut(LocalDate gone) implements Staying {

    @Override
    public boolean night(LocalDate businessDate) {
        return !businessDate.equals(gone);
    }

    @Override
    public boolean capture(String captureId) {
        return false;
    }

    @Override
    public boolean scan(long scanId) {
        return false;
    }
}
