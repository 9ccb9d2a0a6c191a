package dev.exdate.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.process.OwnedNames;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProfilesTest {
    @Test
    void onlyProfilesOfDeadProcessesAreRemovedWithTheirBrowsers(@TempDir Path folder) throws Exception {
        Path left = Files.createDirectories(folder.resolve("exdate-browser-1-1-4711"));
        Files.writeString(left.resolve("Cookies"), "x");
        Process browser =
                new ProcessBuilder("sh", "-c", "while :; do sleep 600; done; : --user-data-dir=" + left).start();
        Path socket = Files.createDirectories(folder.resolve("org.chromium.Chromium.Xy12Zz"));
        Files.writeString(socket.resolve("SingletonSocket"), "");
        Files.createSymbolicLink(left.resolve("SingletonSocket"), socket.resolve("SingletonSocket"));
        Path mine = Files.createDirectories(folder.resolve("exdate-browser-mine"));
        BrowserProfiles profiles = new BrowserProfiles(new OwnedNames(folder, BrowserProfiles.PREFIX));
        Path first = profiles.create();
        Path second = profiles.create();
        assertThat(left).doesNotExist();
        assertThat(socket).doesNotExist();
        assertThat(browser.waitFor()).isNotZero();
        assertThat(mine).exists();
        assertThat(first).exists().isNotEqualTo(second);
        BrowserProfiles.delete(first);
        assertThat(first).doesNotExist();
    }
}
