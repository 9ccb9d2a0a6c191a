package dev.exdate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms point downwards only. */
class ArchitectureTest {
    private static JavaClasses code;

    @BeforeAll
    static void readTheCode() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages("dev.exdate");
    }

    /** From the top floor to the ground: a room may use those below it, never those beside or above it. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("cli"),
            Set.of("doctor", "schedule"),
            Set.of("run"),
            Set.of(
                    "scraper",
                    "update",
                    "discovery",
                    "companies",
                    "holdings",
                    "futuredividends",
                    "backup",
                    "report",
                    "adopt",
                    "replay"),
            Set.of("sandbox"),
            Set.of("source"),
            Set.of("payment"),
            Set.of("task"),
            Set.of("finding"),
            Set.of("database"),
            Set.of("web"),
            Set.of("guard"),
            Set.of("truth"),
            Set.of("settings"),
            Set.of("format", "market", "process"));

    @Test
    void arrowsBetweenRoomsPointDownwards() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                String[] notBelow = FLOORS.subList(0, floor + 1).stream()
                        .flatMap(Set::stream)
                        .filter(other -> !other.equals(room))
                        .map(other -> "dev.exdate." + other + "..")
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage("dev.exdate." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow)
                        .allowEmptyShould(true)
                        .check(code);
            }
        }
    }

    @Test
    void everyRoomHasItsFloor() {
        Set<String> known = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(code.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("dev.exdate."))
                        .map(name -> name.substring("dev.exdate.".length()).replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet()))
                .isSubsetOf(known);
    }

    @Test
    void noRoomNeedsItself() {
        slices().matching("dev.exdate.(*)..").should().beFreeOfCycles().check(code);
    }

    @Test
    void noScraperKnowsAnother() {
        slices().matching("dev.exdate.scraper.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void partsOfARoomDoNotNeedEachOtherInCircles() {
        for (String room : List.of("run", "database", "web", "source", "sandbox")) {
            slices().matching("dev.exdate." + room + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .check(code);
        }
    }

    @Test
    void parsersTouchNeitherNetworkNorDatabaseNorClock() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Parser")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.sql..", "java.nio.file..", "dev.exdate.web..", "dev.exdate.database..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(code);
    }

    /** A backup keeps its transaction open while other programs work, and replays scripts statement by statement. */
    @Test
    void statementsAreMadeInTheDatabaseRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.exdate.database..")
                .and()
                .haveNameNotMatching(
                        "dev\\.exdate\\.backup\\.(ArchiveReplay|Occupancy|Restore|Snapshot|TableReading|TestRestore)")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Statement.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(DriverManager.class)
                .check(code);
    }

    @Test
    void guardsAreRulesAndReadNothing() {
        classes()
                .that()
                .resideInAPackage("dev.exdate.guard..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.exdate.guard..",
                        "dev.exdate.truth..",
                        "dev.exdate.market..",
                        "dev.exdate.format..",
                        "dev.exdate.settings..",
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")
                .check(code);
        noClasses()
                .that()
                .resideInAPackage("dev.exdate.guard..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(code);
    }

    @Test
    void whatIsBelievedFollowsFromWhatIsGiven() {
        classes()
                .that()
                .resideInAPackage("dev.exdate.truth..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.exdate.truth..",
                        "dev.exdate.market..",
                        "dev.exdate.format..",
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")
                .check(code);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(code);
    }

    @Test
    void moneyIsNeverADouble() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.exdate.market..", "dev.exdate.source..", "dev.exdate.scraper..", "dev.exdate.update..")
                .should()
                .callMethod(java.math.BigDecimal.class, "doubleValue")
                .orShould()
                .callConstructor(java.math.BigDecimal.class, double.class)
                .check(code);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)$")
                .check(code);
    }
}
