package io.shelftally.operations.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The value of an option that counts something. */
final class WholeNumber {

    private WholeNumber() {}

    static int small(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw none(text);
        }
    }

    static long large(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw none(text);
        }
    }

    private static TypeConversionException none(String text) {
        return new TypeConversionException("\"" + text + "\" is not a whole number such as 20");
    }

    /** Returns it; throws {@link ParameterException} if it is less. */
    static int atLeast(int least, int number, String option, CommandSpec command) {
        if (number < least) {
            throw new ParameterException(
                    command.commandLine(), option + " must be " + least + " or more, not " + number);
        }
        return number;
    }
}
