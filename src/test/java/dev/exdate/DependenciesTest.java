package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final Pattern DECLARED =
            Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    /** A library that only comes with another one may go with it. */
    @Test
    void everyLibraryThatIsUsedIsDeclared() throws Exception {
        Set<String> used = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS).importPackages("dev.exdate").stream()
                        .flatMap(code -> code.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .map(JavaClass::getName)
                        .distinct()
                        .flatMap(name -> artifact(name).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).contains("jsoup", "picocli").isSubsetOf(declared());
    }

    private static Set<String> declared() throws Exception {
        return DECLARED.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By its place in Maven's repository; empty for what is not from there. */
    private static Optional<String> artifact(String name) {
        try {
            CodeSource source = Class.forName(name, false, DependenciesTest.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
                return Optional.empty();
            }
            Path jar = Path.of(source.getLocation().toURI());
            Path version = jar.getParent();
            Path artifact = version.getParent();
            return jar.getFileName().toString().startsWith(artifact.getFileName() + "-" + version.getFileName())
                    ? Optional.of(artifact.getFileName().toString())
                    : Optional.empty();
        } catch (ClassNotFoundException | NoClassDefFoundError | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
