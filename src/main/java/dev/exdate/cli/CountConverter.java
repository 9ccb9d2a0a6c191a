package dev.exdate.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A count of 1 or more. */
final class CountConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
        if (!typed.strip().matches("0*[1-9]\\d{0,6}")) {
            throw new TypeConversionException("must be a number from 1 to 9999999, not '" + typed + "'");
        }
        return Integer.valueOf(typed.strip());
    }
}
