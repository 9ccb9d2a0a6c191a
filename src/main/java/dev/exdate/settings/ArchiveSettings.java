package dev.exdate.settings;

import java.nio.file.Path;

/**
 * Where answers of sources are kept, and how long.
 *
 * @param folder of the bodies, if they are in a folder
 * @param largest bytes of all bodies together, as they are stored
 */
public record ArchiveSettings(Place place, Path folder, int keepDays, long largest) {
    /** Where the bodies are. */
    public enum Place {
        FOLDER,
        DATABASE,
        OFF
    }
}
