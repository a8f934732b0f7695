package io.shelftally.intake.rows;

/**
 * How much of a list is read before it is refused, so that a broken file cannot exhaust the memory.
 *
 * @param recordLength characters of one row, quoted line ends included
 * @param rows of one list
 * @param text characters of all the rows of one list
 */
public record RowLimits(int recordLength, int rows, int text) {

    public RowLimits {
        if (recordLength < 1 || rows < 1 || text < 1) {
            throw new IllegalArgumentException("limits are positive, not " + recordLength + ", " + rows + ", " + text);
        }
    }
}
