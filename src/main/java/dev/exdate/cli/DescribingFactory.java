package dev.exdate.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Makes commands without what they work with: enough to read their options and to describe them, before there is a
 * container.
 */
final class DescribingFactory implements CommandLine.IFactory {
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (!type.isAnnotationPresent(Command.class)) {
            return others.create(type);
        }
        Constructor<?> only = type.getDeclaredConstructors()[0];
        only.setAccessible(true);
        return type.cast(only.newInstance(new Object[only.getParameterCount()]));
    }
}
