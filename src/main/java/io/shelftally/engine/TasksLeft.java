package io.shelftally.engine;

/**
 * What is left of some tasks.
 *
 * @param isAny whether one is, in hand or not
 * @param isAllInHand whether some are, and somebody has each of them in hand
 */
public record TasksLeft(boolean isAny, boolean isAllInHand) {

    public TasksLeft {
        if (isAllInHand && !isAny) {
            throw new IllegalArgumentException("nothing is left, so nothing is in hand");
        }
    }
}
