package dev.beatboard.service;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may import whom in the service. Each rule ends in its reason.
class ServiceArchitectureTest {

    private static final String ROOT = "dev.beatboard.service";
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final String TABLE = """
            database    |                                            | everything stands on it
            trace       |                                            | what is measured is nobody's words or things
            problem     |                                            | every package may say no, in one table
            plan        |                                            | what is sold does not know who buys
            store       |                                            | files do not know what they are
            fetch       |                                            | what comes from strangers is checked before anybody knows what it is for
            account     | database                                   | who somebody is has nothing to do with what is ordered
            credit      | database plan                              | the books know amounts and dates, not films
            idempotency | problem                                    | a request is recognized by its bytes
            webhook     | database fetch                             | messages are sent, whatever they say
            generation  | account credit database plan problem       | orders know neither HTTP nor machines
            view        | generation store webhook                   | one form for answers and messages
            work        | generation credit database plan problem store | workers need the database and the store, nothing of the API
            project     | account database fetch plan problem store  | what people keep does not depend on what is rendered
            review      | account database problem                   | what is said of a film does not depend on how it is made
            api         | account credit database fetch generation idempotency plan problem project review store view webhook | HTTP is on top, and nothing knows it
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void importsOnlyWhatTheTableAllows(String name, String allowed, String reason) {
        List<String> mine = new java.util.ArrayList<>(List.of(ROOT + "." + name + ".."));
        if (allowed != null) {
            Arrays.stream(allowed.split(" ")).map(a -> ROOT + "." + a + "..").forEach(mine::add);
        }
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(mine.toArray(String[]::new))
                        .or(resideInAnyPackage(ROOT + "..").negate().as("of others")))
                .because(reason)
                .check(SERVICE);
    }

    @Test
    void everyPackageIsInTheTable() {
        TreeSet<String> packages = new TreeSet<>();
        SERVICE.forEach(c -> {
            String[] parts = c.getPackageName().split("\\.");
            if (parts.length > 3) {
                packages.add(parts[3]);
            }
        });
        List<String> listed =
                TABLE.lines().map(l -> l.substring(0, l.indexOf('|')).strip()).toList();
        assertThat(listed).as("a package without a rule may import anything").containsAll(packages);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that is in a cycle can neither be understood nor replaced alone")
                .check(SERVICE);
    }

    @Test
    void staysOutsideOfTheEngine() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "dev.beatboard.stage..",
                                "dev.beatboard.motion..",
                                "dev.beatboard.render..",
                                "dev.beatboard.scene..",
                                "dev.beatboard.math..")
                        .as("of the engine's insides"))
                .because("the service films through the Director, as everybody else does")
                .check(SERVICE);
    }

    @Test
    void onlyTheApiSpeaksHttpAndOnlyTheFetcherCallsOut() {
        noClasses()
                .that(resideInAPackage(ROOT + "..")
                        .and(resideInAnyPackage(ROOT + ".api..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
                .because("what is done must not depend on how it was asked for")
                .check(SERVICE);
        noClasses()
                .that(resideInAPackage(ROOT + "..")
                        .and(resideInAnyPackage(ROOT + ".fetch..").negate())
                        // The command that asks its owner's own service for its books.
                        .and(resideInAPackage(ROOT).negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.hc..")
                .because("a request to a stranger's address goes through the one place that checks it")
                .check(SERVICE);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .because("two services in one process must not meet")
                .check(SERVICE);
    }
}
