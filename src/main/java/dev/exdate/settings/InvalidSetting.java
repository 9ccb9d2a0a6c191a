package dev.exdate.settings;

import io.smallrye.config.ConfigValidationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** A setting cannot be used. The message is one line: which one, its value unless it is secret, what to do. */
public final class InvalidSetting extends RuntimeException {
    /** How SmallRye Config tells that one of {@link SettingConverters} has refused a value. */
    private static final Pattern REFUSED = Pattern.compile(
            ".*The config property (\\S+) with the config value .* threw an Exception whilst being converted (.*)",
            Pattern.DOTALL);

    public InvalidSetting(String message) {
        super(message);
    }

    static InvalidSetting of(String name, String value, String wanted) {
        return new InvalidSetting(
                name + " " + SettingConverters.refused(value, wanted).getMessage());
    }

    static InvalidSetting of(ConfigValidationException failure) {
        String problem = failure.getProblem(0).getMessage();
        Matcher refused = REFUSED.matcher(problem);
        return new InvalidSetting(
                refused.matches()
                        ? SettingNames.variable(refused.group(1)) + " " + refused.group(2)
                        : ControlCharacters.seenOnOneLine(problem));
    }

    /** @throws InvalidSetting when the converter refuses the text */
    static <T> T orElse(String name, String text, Converter<T> converter) {
        try {
            return converter.convert(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(name + " " + e.getMessage());
        }
    }
}
