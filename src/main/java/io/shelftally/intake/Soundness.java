package io.shelftally.intake;

import io.shelftally.quarantine.QuarantineRow;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a list as a whole can be worked from: it has rows, and not too large a share of them is bad. */
final class Soundness {

    private static final Logger LOG = LoggerFactory.getLogger(Soundness.class);

    private final String place;
    private final BigDecimal maxBadShare;
    private final boolean allowEmpty;

    Soundness(String place, BigDecimal maxBadShare, boolean allowEmpty) {
        this.place = place;
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
            throw new BadInputException(place + ": it holds no rows.\n"
                    + "Ask its sender for the whole list, or add --allow-empty if there is nothing to do.");
        }
        LOG.warn("{}: it holds no rows", place);
    }

    private BadInputException tooManyBad(int bad, int rows, QuarantineRow first) {
        String percent = maxBadShare.movePointRight(2).stripTrailingZeros().toPlainString();
        return new BadInputException("%s: %d of %d rows are bad, more than %s %%; the first, at %s, is %s: %s.\n"
                        .formatted(place, bad, rows, percent, first.position(), first.code(), first.detail())
                + "Mend the rows, or raise shelftally.intake.max-bad-share.");
    }
}
