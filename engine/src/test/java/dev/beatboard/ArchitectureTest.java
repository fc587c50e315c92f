package dev.beatboard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may import whom. Each rule ends in its reason.
class ArchitectureTest {

    private static final String ROOT = "dev.beatboard";
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final String TABLE = """
            math      |                                         | it is a leaf that everything stands on
            time      |                                         | it is a leaf that everything stands on
            shot      | math time                               | the contract with people and tools knows nothing of how it is filmed
            direction | shot time math                          | words become a Shot and nothing else
            scene     | math time                               | the renderer's input knows no film words
            track     | math time                               | motion data is of use without the engine
            frame     | math time                               | a picture does not know how it came about
            asset     | scene math                              | the library does not know who asks
            stage     | shot asset scene track time math        | staging needs neither words, nor motion, nor pixels
            motion    | stage shot asset scene track time math  | motion works on what is staged, and never looks at pixels
            render    | scene frame math                        | a second renderer must be able to take its place: no shot, words, stage or motion
            file      | frame scene track shot time math        | files are written from results, not from the insides
            score     | frame track shot file time math         | a clip is measured from what was delivered
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
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void everyPackageIsInTheTable() {
        TreeSet<String> packages = new TreeSet<>();
        ENGINE.forEach(c -> {
            String[] parts = c.getPackageName().split("\\.");
            if (parts.length > 2) {
                packages.add(parts[2]);
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
                .check(ENGINE);
    }

    @ParameterizedTest
    @CsvSource({"cast", "set", "camera", "light"})
    void departmentsDoNotImportEachOther(String department) {
        String[] others = List.of("cast", "set", "camera", "light").stream()
                .filter(d -> !d.equals(department))
                .map(d -> ROOT + ".stage." + d + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".stage." + department + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("departments meet only on the stage, so that each can be read and tested alone")
                .check(ENGINE);
    }

    @Test
    void framesDependOnNoClockLocaleOrChance() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".math..",
                        ROOT + ".time..",
                        ROOT + ".shot..",
                        ROOT + ".direction..",
                        ROOT + ".scene..",
                        ROOT + ".track..",
                        ROOT + ".frame..",
                        ROOT + ".stage..",
                        ROOT + ".motion..",
                        ROOT + ".render..")
                // Its readings go into benchmarks and reports only.
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".render.work.StageClock")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .because("frame n is a function of the shot and n: same shot, same pixels");
        rule.check(ENGINE);
    }
}
