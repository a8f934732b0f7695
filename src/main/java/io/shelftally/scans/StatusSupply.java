package io.shelftally.scans;

import java.time.Duration;
import java.time.Instant;

/**
 * How many status calls to make at a time. Each settles a whole batch of scans and so makes reports due: a few, made before
 * the reports that are due run out, keep the vendor as busy as many would, and do not hold up the answers that come in
 * meanwhile. Where there is nothing else to do, as many as there is room for.
 */
final class StatusSupply {

    private static final int FEW = 4;
    private static final int MANY = 32;
    private static final int REPORTS_AHEAD = 400;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private long reportsDue;
    private int reportsUnderWay;
    private int underWay;
    private Instant lastBusy;

    /** @param reportsDue how many scans wait for their report */
    StatusSupply(long reportsDue, Instant now) {
        this.reportsDue = reportsDue;
        this.lastBusy = now;
    }

    /** The calls to make before reports are asked for, up to half of {@code room}. */
    int beforeReports(int room) {
        return reportsDue < REPORTS_AHEAD ? upTo(FEW, room / 2) : 0;
    }

    /** The calls to make where {@code room} is left; all of it once there has been little else to do for a while. */
    int besideReports(int room, Instant now) {
        if (room == 0 || reportsUnderWay >= MANY) {
            lastBusy = now;
        }
        return upTo(now.isAfter(lastBusy.plus(PATIENCE)) ? MANY : FEW, room);
    }

    void claimed(ScanCall call) {
        if (call.isReport()) {
            reportsDue--;
            reportsUnderWay++;
        } else {
            underWay++;
        }
    }

    void letGo(ScanCall call) {
        if (call.isReport()) {
            reportsUnderWay--;
        } else {
            underWay--;
        }
    }

    /** A scan waits for its report, again or for the first time. */
    void reportIsDue() {
        reportsDue++;
    }

    private int upTo(int most, int room) {
        return Math.max(0, Math.min(most - underWay, room));
    }
}
