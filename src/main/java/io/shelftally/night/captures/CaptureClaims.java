package io.shelftally.night.captures;

import io.shelftally.calls.collect.Pace;
import io.shelftally.night.items.Claims;
import io.shelftally.night.items.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Which captures are called about next, and how many the quota allows to begin. */
final class CaptureClaims {

    /** A read, a retry and two reads that follow it up. */
    private static final int CALLS_EACH = 4;

    private final LocalDate businessDate;
    private final CaptureItems items;
    private final Claims<String, CaptureItem> claims;
    private final Set<String> beginning = new HashSet<>();

    CaptureClaims(Part part, CaptureItems items, Pace pace) {
        this.businessDate = part.businessDate();
        this.items = items;
        this.claims =
                new Claims<>((queue, most) -> items.queue().due(part, queue, pace.now(), most), CaptureItem::captureId);
    }

    /**
     * No poll is claimed while the quota keeps captures from being read at all.
     *
     * @param left how many more calls the quota allows
     * @param unsettled the captures of the night that are not settled
     */
    List<CaptureItem> claim(int most, OptionalLong left, long unsettled) {
        List<CaptureItem> calls = new ArrayList<>(claims.claim(CaptureQueue.FOLLOW_UP, most));
        for (int queue : CaptureQueue.NEW) {
            int fitting = (int) Math.min(most - calls.size(), affordable(left, unsettled, calls.size()));
            List<CaptureItem> fresh = claims.claim(queue, fitting);
            fresh.forEach(item -> beginning.add(item.captureId()));
            calls.addAll(fresh);
            if (fresh.size() == fitting) {
                return calls;
            }
        }
        calls.addAll(claims.claim(CaptureQueue.UNREAD, most - calls.size()));
        calls.addAll(claims.claim(CaptureQueue.POLL, most - calls.size()));
        return calls;
    }

    void letGo(List<CaptureItem> calls) {
        List<String> ids = calls.stream().map(CaptureItem::captureId).toList();
        claims.letGo(ids);
        ids.forEach(beginning::remove);
    }

    void release(List<CaptureItem> calls) {
        claims.release(calls);
        calls.forEach(item -> beginning.remove(item.captureId()));
    }

    void readAgain() {
        claims.readAgain();
    }

    Set<String> inFlight() {
        return claims.ids();
    }

    /**
     * How many captures may be begun so that each of them, and each whose retry is under way, can still be retried and
     * followed up. One at least, if there is none: whether it may be called about is for the quota to say.
     */
    private long affordable(OptionalLong left, long unsettled, int claimedNow) {
        if (left.isEmpty() || left.getAsLong() >= unsettled * CALLS_EACH) {
            return Long.MAX_VALUE;
        }
        long underWay = items.countFollowUps(businessDate) + beginning.size();
        long atLeast = underWay + claimedNow == 0 ? 1 : 0;
        return Math.max(atLeast, left.getAsLong() / CALLS_EACH - underWay);
    }
}
