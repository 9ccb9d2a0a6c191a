package dev.exdate.cli;

import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.task.TaskName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of all settings that the program asks for, found by asking it for all of them. */
final class KnownSettings {
    private KnownSettings() {}

    static Set<String> names() throws ReflectiveOperationException {
        Recording asked = new Recording();
        Settings settings = Settings.of(asked, Path.of("/nowhere"), Optional.empty());
        for (Method method : Settings.class.getMethods()) {
            if (method.getDeclaringClass() == Settings.class
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0) {
                method.invoke(settings);
            }
        }
        for (SourceId source : SourceId.values()) {
            settings.source(source);
            settings.key(source);
        }
        for (TaskName task : TaskName.values()) {
            settings.taskLimit(task.name());
        }
        return asked.names;
    }

    /** An environment without any variable that notes which were looked for. */
    private static final class Recording extends HashMap<String, String> {
        private final transient Set<String> names = new TreeSet<>();

        Recording() {
            super(Map.of());
        }

        @Override
        public String get(Object name) {
            names.add(name.toString());
            return super.get(name);
        }
    }
}
