package io.shelftally.proof.benchmark;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 32} and {@code auto}. */
final class InFlightConverter implements ITypeConverter<InFlight> {

    @Override
    public InFlight convert(String value) {
        try {
            return InFlight.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
