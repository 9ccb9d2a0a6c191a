package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A test's name is a sentence that fits into a line of a report. */
class TestNamesTest {
    private static final int LONGEST = 60;

    @Test
    void namesAreShortSentences() throws Exception {
        JavaClasses tests = new ClassFileImporter()
                .importPath(Path.of(TestNamesTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        List<JavaMethod> methods = tests.stream()
                .map(JavaClass::getMethods)
                .flatMap(declared -> declared.stream().filter(TestNamesTest::isTest))
                .toList();

        assertThat(methods).hasSizeGreaterThan(500);
        assertThat(methods.stream()
                        .filter(test -> test.getName().length() > LONGEST
                                || !test.getName().matches("[a-z][a-zA-Z0-9]*"))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    private static boolean isTest(JavaMethod method) {
        return Stream.of(Test.class, ParameterizedTest.class).anyMatch(method::isAnnotatedWith);
    }
}
