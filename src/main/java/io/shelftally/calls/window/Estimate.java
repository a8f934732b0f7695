package io.shelftally.calls.window;

import java.util.Arrays;

/**
 * A number that was estimated.
 *
 * @param error its standard error; infinite if nothing is known
 */
record Estimate(double value, double error) {

    /** Of what could not be compared. */
    static final Estimate UNKNOWN = new Estimate(0, Double.POSITIVE_INFINITY);

    private static final double CLEAR = 3;

    /** The standard error of a median, by the range of the middle half, where numbers spread normally. */
    private static final double BY_QUARTILES = 1.25 / 1.35;

    /** The logarithm of the median of numbers above 0. */
    static Estimate ofLogarithm(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double median = at(sorted, 0.5);
        double range = at(sorted, 0.75) - at(sorted, 0.25);
        return new Estimate(Math.log(median), BY_QUARTILES * range / Math.sqrt(sorted.length) / median);
    }

    Estimate minus(Estimate other) {
        return new Estimate(value - other.value, Math.hypot(error, other.error));
    }

    Estimate over(double divisor) {
        return new Estimate(value / divisor, error / Math.abs(divisor));
    }

    boolean isUnknown() {
        return Double.isInfinite(error);
    }

    /** Whether it lies on one side of a number beyond reasonable doubt. */
    boolean isClearOf(double number) {
        return Math.abs(value - number) > CLEAR * error;
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
