package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineRow;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a list as a whole can be worked from: it has rows, and not too large a share of them is bad. */
final class Soundness {

    private static final Logger LOG = LoggerFactory.getLogger(Soundness.class);

    private final Input input;
    private final BigDecimal maxBadShare;
    private final boolean allowEmpty;

    Soundness(Input input, BigDecimal maxBadShare, boolean allowEmpty) {
        this.input = input;
        this.maxBadShare = maxBadShare;
        this.allowEmpty = allowEmpty;
    }

    void check(ListReading<?> reading) {
        int rows = reading.source().map(InputSource::rows).orElse(0);
        int bad = reading.quarantine().size();
        if (rows == 0) {
            checkEmpty();
        } else if (BigDecimal.valueOf(bad).compareTo(maxBadShare.multiply(BigDecimal.valueOf(rows))) > 0) {
            throw tooManyBad(bad, rows, reading.quarantine().get(0));
        }
    }

    private void checkEmpty() {
        if (!allowEmpty) {
            throw new BadInputException(input.place() + ": it holds no rows.\n"
                    + "Ask its sender for the whole list, or add --allow-empty if there is nothing to do.");
        }
        LOG.warn("{}: the list holds no rows", input.place());
    }

    private BadInputException tooManyBad(int bad, int rows, QuarantineRow first) {
        String percent = maxBadShare.movePointRight(2).stripTrailingZeros().toPlainString();
        String where = input.unit() + " " + first.position();
        String found = bad + " of " + rows + " rows are bad, more than " + percent + " %; the first, " + where + ", is "
                + first.code() + ": " + first.detail() + ".";
        return new BadInputException(
                input.place() + ": " + found + "\nMend the rows, or raise shelftally.intake.max-bad-share.");
    }
}
