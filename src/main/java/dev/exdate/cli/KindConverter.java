package dev.exdate.cli;

import dev.exdate.truth.PaymentKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Kinds of payment as people type them: {@code short-term-gain}. */
final class KindConverter implements ITypeConverter<PaymentKind> {
    @Override
    public PaymentKind convert(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(PaymentKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown kind '" + typed + "' (expected one of "
                        + Arrays.stream(PaymentKind.values())
                                .map(PaymentKind::word)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }
}
