package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.testing.ExdateProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings of the real program are, and that wrong ones end it before anything is begun. */
class SettingsIT {
    @TempDir
    Path folder;

    @Test
    void namesThatNothingReadsEndTheProgramBeforeItBegins() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve(".env"), "FMP_APIKEY=planted77\n");
        Files.writeString(folder.resolve("config/application.properties"), "exdate.attemps=3\n");
        Files.writeString(folder.resolve("s.properties"), "EXDATE_SOURCE_YAHO_TIMEOUT=3s\n");
        ExdateProgram.Ended ended = new ExdateProgram(folder)
                .with("DATABSE_URL", "postgresql://me:planted77@127.0.0.1:1/none")
                .with("EXDATE_BACKUP_ENCRYPTTO", "age1x")
                .with("EXDATE_NOPE", "1")
                .with("EXDATE_DEBUG", "1")
                .with("PGHOSTADDR", "127.0.0.1")
                .run("run", "--sources", "s.properties");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains(
                        "exdate: DATABSE_URL in the environment is not a setting; did you mean DATABASE_URL?",
                        "EXDATE_ATTEMPS in config/application.properties is not a setting; the nearest one is EXDATE_ATTEMPTS",
                        "EXDATE_BACKUP_ENCRYPTTO in the environment is not a setting; the nearest one is EXDATE_BACKUP_ENCRYPT_TO",
                        "EXDATE_NOPE in the environment is not a setting",
                        "s.properties is not a setting; the nearest one is EXDATE_SOURCE_YAHOO_TIMEOUT",
                        "FMP_APIKEY in .env is not a setting; did you mean FMP_API_KEY?")
                .doesNotContain("planted77", "EXDATE_DEBUG", "PGHOSTADDR");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(folder.resolve("logs")).doesNotExist();
    }

    @Test
    void wrongValuesAndPathsEndTheProgramBeforeItBegins() throws Exception {
        Files.createFile(folder.resolve("file"));
        ExdateProgram program = new ExdateProgram(folder).with("DATABASE_URL", "postgresql://me@127.0.0.1:1/none");
        ExdateProgram.Ended paths = program.with("EXDATE_BROWSER", "/nowhere/chromium")
                .with("EXDATE_BACKUP_HOOK", "file")
                .with("EXDATE_BACKUP_IDENTITY", "key")
                .with("EXDATE_LOG_DIR", "file/logs")
                .run("run");
        assertThat(paths.exitCode()).as(paths.all()).isEqualTo(2);
        assertThat(paths.err().lines())
                .singleElement()
                .asString()
                .contains(
                        "EXDATE_BACKUP_HOOK is \"" + folder.resolve("file") + "\", which is not executable",
                        "EXDATE_BACKUP_IDENTITY is \"" + folder.resolve("key") + "\", which does not exist",
                        "EXDATE_BROWSER is \"/nowhere/chromium\", which does not exist",
                        "EXDATE_LOG_DIR is ",
                        "and " + folder.resolve("file") + " is not a folder");
        ExdateProgram.Ended value = program.with("EXDATE_RUN_TIMEOUT", "8").run("status");
        assertThat(value.exitCode()).as(value.all()).isEqualTo(2);
        assertThat(value.err()).contains("EXDATE_RUN_TIMEOUT is \"8\"").hasLineCount(1);
        assertThat(paths.out() + value.out()).isEmpty();
    }

    @Test
    void whereSecretsComeFromIsShownAndTheyAreNot() throws Exception {
        Files.writeString(folder.resolve("url"), "postgresql://me@127.0.0.1:1/none\n");
        Path passwords = Files.writeString(folder.resolve("pgpass"), "127.0.0.1:*:none:me:planted77\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        Files.createDirectory(folder.resolve("credentials"));
        Files.writeString(folder.resolve("credentials/FMP_API_KEY"), "planted77\n");
        ExdateProgram.Ended ended = new ExdateProgram(folder)
                .with("DATABASE_URL_FILE", "url")
                .with("PGPASSFILE", "pgpass")
                .with("CREDENTIALS_DIRECTORY", folder.resolve("credentials").toString())
                .with("https_proxy", "http://me:planted77@proxy.example:3128")
                .run("settings");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(ended.out())
                .containsPattern("\\nDATABASE_URL +\\*\\*\\* +url \\(DATABASE_URL_FILE\\)")
                .containsPattern("\\nDATABASE_URL_FILE +url +environment")
                .containsPattern("\\nFMP_API_KEY +\\*\\*\\* +\\$CREDENTIALS_DIRECTORY")
                .containsPattern("\\nHTTPS_PROXY +http://•••@proxy.example:3128 +environment")
                .containsPattern("\\nPGPASSFILE +pgpass +environment")
                .containsPattern("\\nPGPASSWORD +\\*\\*\\* +pgpass \\(PGPASSFILE\\)")
                .doesNotContain("planted77");
    }
}
