package io.shelftally.operations.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated pairs of nights, in each of which one kind of change is planted; what a later cause looks at is random. */
class CausesTests {

    private static final int PAIRS = 20_000;
    private static final Gtin PRODUCT = new Gtin("00013562302284");
    private static final List<Optional<Boolean>> LISTED =
            List.of(Optional.of(true), Optional.of(false), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void theCauseIsThePlantedOneAndNoOther(ChangeCause planted) {
        Random random = new Random(planted.name().hashCode());
        int tried = 0;
        while (tried < PAIRS) {
            Pair pair = new Pair(planted, random);
            if (pair.isChange()) {
                assertThat(pair.cause()).as("%s", pair).isEqualTo(planted);
                tried++;
            }
        }
    }

    @Test
    void aLineOfZeroFacingsThatCameOrWentIsTheVendorsDoing() {
        Standing absent = new Standing(Optional.empty(), Optional.of(false), Optional.of(false), List.of());
        Standing expected =
                new Standing(Optional.of(Verdict.EXPECTED_NOT_SEEN), Optional.of(false), Optional.of(false), List.of());
        PlaceNight place = new PlaceNight(
                List.of(new ScanOfPlace(1, "S1/dairy", "S1", true, false, true, true)), Map.of(PRODUCT, expected));
        Causes.Evidence nothingElse = new Pair(ChangeCause.VENDOR_DATA_CHANGED, new Random(1));

        assertThat(Causes.of(place, expected, place, absent, nothingElse)).isEqualTo(ChangeCause.VENDOR_DATA_CHANGED);
        assertThat(Causes.of(place, absent, place, expected, nothingElse)).isEqualTo(ChangeCause.VENDOR_DATA_CHANGED);
    }

    /** A product at a place on two nights. */
    private static final class Pair implements Causes.Evidence {

        private final Random random;
        private final Map<String, CaptureStanding> capturesBefore = new HashMap<>();
        private final Map<String, CaptureStanding> capturesAfter = new HashMap<>();
        private final PlaceNight placeBefore;
        private final PlaceNight placeAfter;
        private final boolean isByRules;
        private final Standing standingBefore;
        private final Standing standingAfter;

        Pair(ChangeCause planted, Random random) {
            this.random = random;
            boolean isPlaceGone = planted == ChangeCause.INPUT_CHANGED && random.nextBoolean();
            Standing before = standing(any(LISTED), any(LISTED));
            boolean sameReports = planted == ChangeCause.RETRIED_CAPTURE
                    || (planted == ChangeCause.INPUT_CHANGED && !isPlaceGone)
                    || (planted == ChangeCause.VENDOR_DATA_CHANGED && random.nextBoolean());
            Standing after = sameReports
                    ? standing(before.seen(), before.outOfStock())
                    : standing(otherThan(before.seen()), any(LISTED));
            if (sameReports) {
                boolean capturedBefore = random.nextBoolean();
                before = captured(before, capturedBefore);
                after = captured(after, !capturedBefore);
                (capturedBefore ? before : after).captureIds().forEach(id -> plant(planted, id));
            } else {
                before = captured(before, random.nextBoolean());
                after = captured(after, random.nextBoolean());
                before.captureIds().forEach(id -> plant(any(List.of(ChangeCause.values())), id));
            }
            this.isByRules = planted == ChangeCause.RULE_CHANGED
                    || (random.nextBoolean() && (isPlaceGone || planted == ChangeCause.LATE_SCAN));
            this.placeBefore = place(before, planted, isPlaceGone, 1);
            this.placeAfter = place(after, planted, isPlaceGone && placeBefore.isListed(), 2);
            this.standingBefore = before;
            this.standingAfter = after;
        }

        boolean isChange() {
            boolean isOneSideGone = !placeBefore.isListed() || !placeAfter.isListed();
            return isOneSideGone || !standingBefore.verdict().equals(standingAfter.verdict());
        }

        ChangeCause cause() {
            return Causes.of(placeBefore, standingBefore, placeAfter, standingAfter, this);
        }

        @Override
        public boolean hasByOldRules(Optional<Verdict> verdict) {
            return isByRules;
        }

        @Override
        public Optional<CaptureStanding> before(String captureId) {
            return Optional.ofNullable(capturesBefore.get(captureId));
        }

        @Override
        public Optional<CaptureStanding> after(String captureId) {
            return Optional.ofNullable(capturesAfter.get(captureId));
        }

        @Override
        public String toString() {
            return placeBefore + " -> " + placeAfter + ", captures " + capturesBefore + " -> " + capturesAfter;
        }

        private void plant(ChangeCause cause, String id) {
            boolean isBefore = random.nextBoolean();
            boolean isRetried = random.nextBoolean();
            switch (cause) {
                case INPUT_CHANGED ->
                    (isBefore ? capturesBefore : capturesAfter).put(id, new CaptureStanding(true, random.nextInt(2)));
                case RETRIED_CAPTURE -> {
                    capturesBefore.put(id, new CaptureStanding(isRetried || isBefore, isRetried ? 1 : 0));
                    capturesAfter.put(id, new CaptureStanding(isRetried || !isBefore, 0));
                }
                default -> {
                    capturesBefore.put(id, new CaptureStanding(isBefore, 0));
                    capturesAfter.put(id, new CaptureStanding(isBefore, 0));
                }
            }
        }

        private PlaceNight place(Standing standing, ChangeCause planted, boolean gone, int number) {
            if (gone && (number == 2 || random.nextBoolean())) {
                return PlaceNight.NONE;
            }
            boolean late = planted == ChangeCause.LATE_SCAN && (number == 1 || random.nextBoolean());
            boolean reported = !late || random.nextBoolean();
            ScanOfPlace scan = new ScanOfPlace(number, "S1/dairy", "S1", reported, late && reported, true, true);
            return new PlaceNight(List.of(scan), Map.of(PRODUCT, standing));
        }

        private static Standing standing(Optional<Boolean> seen, Optional<Boolean> outOfStock) {
            return new Standing(Optional.empty(), seen, outOfStock, List.of());
        }

        private Standing captured(Standing reports, boolean captured) {
            boolean hasRow = captured
                    || reports.seen().orElse(false)
                    || reports.outOfStock().orElse(false);
            List<String> ids = new ArrayList<>();
            int count = captured ? 1 + random.nextInt(3) : 0;
            for (int i = 0; i < count; i++) {
                ids.add("capture" + i);
            }
            return new Standing(
                    hasRow ? Optional.of(Verdict.of(captured, reports.seen(), reports.outOfStock())) : Optional.empty(),
                    reports.seen(),
                    reports.outOfStock(),
                    List.copyOf(ids));
        }

        private Optional<Boolean> otherThan(Optional<Boolean> listed) {
            return any(LISTED.stream().filter(one -> !one.equals(listed)).toList());
        }

        private <T> T any(List<T> values) {
            return Objects.requireNonNull(values.get(random.nextInt(values.size())));
        }
    }
}
