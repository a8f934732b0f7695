package io.shelftally.operations.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The value of an option that counts something. */
final class WholeNumber {

    private WholeNumber() {}

    /** No method reference: Java 17 breaks off as it archives one of an interface as old as picocli's. */
    static final class Small implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw none(text);
            }
        }
    }

    /** Likewise. */
    static final class Large implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw none(text);
            }
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
