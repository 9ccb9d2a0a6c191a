package dev.exdate.settings;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All sources there are. They live in rooms above the settings, so the list comes as a service. */
@FunctionalInterface
public interface SourceCatalog {
    List<? extends SourceProfile> sources();

    /** The program's own. */
    static SourceCatalog installed() {
        return ServiceLoader.load(SourceCatalog.class, SourceCatalog.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no list of sources is installed"));
    }

    /** The ids of the scrapers among the tasks. */
    default List<String> scrapers() {
        return List.of();
    }

    /** The ids of all tasks, which are defined in a room above this one. */
    default List<String> tasks() {
        return Stream.concat(
                        Stream.of(
                                "discovery",
                                "classify-etfs",
                                "update",
                                "companies",
                                "holdings",
                                "future-dividends",
                                "backup"),
                        scrapers().stream())
                .toList();
    }
}
