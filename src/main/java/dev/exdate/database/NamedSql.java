package dev.exdate.database;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as the driver takes it, with the names of its parameters in their order. What stands in quotes or comments and casts
 * like {@code ::text} are no parameters, and operators with a question mark stay operators.
 */
record NamedSql(String text, List<String> names) {
    private static final Pattern PART = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|\\$\\$.*?\\$\\$|::|:(?<name>[A-Za-z_]\\w*)|\\?", Pattern.DOTALL);

    static NamedSql parse(String sql) {
        List<String> names = new ArrayList<>();
        Matcher part = PART.matcher(sql);
        String text = part.replaceAll(found -> {
            String name = part.group("name");
            if (name != null) {
                names.add(name);
                return "?";
            }
            return found.group().equals("?") ? "??" : Matcher.quoteReplacement(found.group());
        });
        return new NamedSql(text, List.copyOf(names));
    }
}
