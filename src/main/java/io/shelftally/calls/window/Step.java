package io.shelftally.calls.window;

/**
 * A step from a window to another.
 *
 * @param factor more than 1 up, less than 1 down
 */
record Step(double factor) {

    static final Step UP = new Step(2);
    static final Step UP_A_LITTLE = new Step(Math.sqrt(2));
    static final Step DOWN = new Step(1 / UP.factor);
    static final Step DOWN_A_LITTLE = new Step(1 / UP_A_LITTLE.factor);

    boolean isUp() {
        return factor > 1;
    }

    /** Half as far, the same way. */
    Step half() {
        return isUp() ? UP_A_LITTLE : DOWN_A_LITTLE;
    }

    /** Where it leads from a window. */
    int from(int window) {
        return (int) Math.round(window * factor);
    }
}
