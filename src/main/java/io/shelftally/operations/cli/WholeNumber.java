package io.shelftally.operations.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The value of an option that counts something. */
final class WholeNumber {

    private WholeNumber() {}

    /** Returns it; throws {@link ParameterException} if it is less. */
    static int atLeast(int least, int number, String option, CommandSpec command) {
        if (number < least) {
            throw new ParameterException(
                    command.commandLine(), option + " must be " + least + " or more, not " + number);
        }
        return number;
    }
}
