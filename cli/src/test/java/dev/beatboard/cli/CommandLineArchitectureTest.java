package dev.beatboard.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CommandLineArchitectureTest {

    @Test
    void staysOutsideOfTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("dev.beatboard.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.beatboard.stage..",
                        "dev.beatboard.motion..",
                        "dev.beatboard.render..",
                        "dev.beatboard.scene..",
                        "dev.beatboard.math..")
                .because("what the command line can do, a service and a tool must be able to do through the Director")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.beatboard.cli"));
    }
}
