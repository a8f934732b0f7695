package io.shelftally.intake.rows;

/** Counts the rows of a list against its {@link RowLimits}. */
final class RowMeter {

    private final String place;
    private final RowLimits limits;
    private int rows;
    private long text;

    RowMeter(String place, RowLimits limits) {
        this.place = place;
        this.limits = limits;
    }

    void count(String raw) {
        rows++;
        text += raw.length();
        if (rows > limits.rows()) {
            throw tooMuch(limits.rows() + " rows", "max-rows");
        }
        if (text > limits.text()) {
            throw tooMuch(limits.text() + " characters in its rows", "max-text");
        }
    }

    private UnreadableRowsException tooMuch(String limit, String setting) {
        return new UnreadableRowsException(
                place, "it holds more than " + limit, "Split the list, or raise shelftally.intake." + setting);
    }
}
