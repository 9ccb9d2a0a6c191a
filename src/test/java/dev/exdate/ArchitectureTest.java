package dev.exdate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

    @Test
    void arrowsBetweenRoomsPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("main")
                .definedBy("dev.exdate")
                .layer("cli")
                .definedBy("dev.exdate.cli..")
                .layer("pipeline")
                .definedBy("dev.exdate.pipeline..")
                .layer("scraper")
                .definedBy("dev.exdate.scraper..")
                .layer("update")
                .definedBy("dev.exdate.update..")
                .layer("discovery")
                .definedBy("dev.exdate.discovery..")
                .layer("enrichment")
                .definedBy("dev.exdate.enrichment..")
                .layer("backup")
                .definedBy("dev.exdate.backup..")
                .layer("report")
                .definedBy("dev.exdate.report..")
                .layer("sandbox")
                .definedBy("dev.exdate.sandbox..")
                .layer("provider")
                .definedBy("dev.exdate.provider..")
                .layer("web")
                .definedBy("dev.exdate.web..")
                .layer("database")
                .definedBy("dev.exdate.database..")
                .layer("task")
                .definedBy("dev.exdate.task..")
                .layer("guard")
                .definedBy("dev.exdate.guard..")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("pipeline")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("scraper")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("update")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("discovery")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("enrichment")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("backup")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("sandbox")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli", "pipeline")
                .whereLayer("provider")
                .mayOnlyBeAccessedByLayers("cli", "scraper", "update", "discovery", "enrichment")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers(
                        "cli", "scraper", "update", "discovery", "enrichment", "provider", "database")
                .whereLayer("database")
                .mayOnlyBeAccessedByLayers(
                        "cli", "pipeline", "scraper", "update", "discovery", "enrichment", "backup", "report", "guard")
                .whereLayer("guard")
                .mayOnlyBeAccessedByLayers("cli", "pipeline", "scraper", "update", "discovery", "enrichment", "task")
                .whereLayer("task")
                .mayOnlyBeAccessedByLayers(
                        "cli", "pipeline", "scraper", "update", "discovery", "enrichment", "backup", "report")
                .check(code);
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
    void noProviderKnowsAnother() {
        slices().matching("dev.exdate.provider.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(code);
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

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(code);
    }

    @Test
    void moneyIsNeverADouble() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.exdate.market..", "dev.exdate.provider..", "dev.exdate.scraper..", "dev.exdate.update..")
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
