package io.shelftally;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTests {

    private static final String ROOT = "io.shelftally";
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([a-z]+)`");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Map<String, Set<String>> USES = uses();

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatTheArchitecturePageAllows(String name) throws IOException {
        Map<String, Set<String>> allowed = allowed();

        assertThat(allowed)
                .as("%s, \"Packages\": give the package %s a row", PAGE, name)
                .containsKey(name);
        assertThat(USES.get(name))
                .as("what %s uses; if a new arrow is right, add it to %s, \"Packages\", in the same commit", name, PAGE)
                .isSubsetOf(allowed.get(name));
    }

    @Test
    void theArchitecturePageNamesNoPackageThatIsGone() throws IOException {
        assertThat(USES.keySet())
                .as("packages that exist; remove the others from %s, \"Packages\"", PAGE)
                .containsAll(allowed().keySet());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theVendorsNeverSeeEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage(of("night.captures"))
                .should()
                .dependOnClassesThat(in("night.scans")));
        check(noClasses()
                .that()
                .resideInAPackage(of("night.scans"))
                .should()
                .dependOnClassesThat(in("night.captures")));
    }

    @Test
    void theSandboxIsStartedByTheCommandLineUsedByTheTortureAndUsesNothing() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(of("proof.sandbox"), of("proof.torture"), of("operations.cli"))
                .should()
                .dependOnClassesThat(in("proof.sandbox")));
        check(noClasses()
                .that()
                .resideInAPackage(of("proof.sandbox"))
                .should()
                .dependOnClassesThat(in("").and(DescribedPredicate.not(in("proof.sandbox")))));
    }

    @Test
    void theBenchmarkIsUsedByNothingAndUsesNothing() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(of("proof.benchmark"))
                .should()
                .dependOnClassesThat(in("proof.benchmark")));
        check(noClasses()
                .that()
                .resideInAPackage(of("proof.benchmark"))
                .should()
                .dependOnClassesThat(in("").and(DescribedPredicate.not(in("proof.benchmark")))));
    }

    @Test
    void theTortureIsUsedByNothing() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(of("proof.torture"))
                .should()
                .dependOnClassesThat(in("proof.torture")));
    }

    @Test
    void theRulesArePlainJava() {
        check(classes()
                .that()
                .resideInAnyPackage(of("matching.product"), of("matching.reconciliation"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.text..",
                        "java.nio.charset..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        of("base.digest"),
                        of("matching.product"),
                        of("matching.reconciliation"))));
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        of("operations.cli"), of("proof.sandbox"), of("proof.benchmark"), of("proof.torture"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheTwinsKnowTheLibrariesThatWriteThem() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(of("publication.twins"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop.."));
    }

    @Test
    void onlyTheNightlyJobKnowsSpringBatch() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(of("job.nightly"), of("proof.benchmark"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch.."));
    }

    @Test
    void jsonIsReadAndWrittenByJackson3() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind.."));
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        of("operations.cli"), of("proof.sandbox"), of("proof.benchmark"), of("proof.torture"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void theTimeComesFromAClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(of("proof.sandbox"), of("proof.benchmark"))
                .and()
                .doNotHaveSimpleName("SteadyClock")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked)
                .as("give these a package-info.java with one sentence and @NullMarked")
                .isEmpty();
    }

    static Set<String> packages() {
        return USES.keySet();
    }

    /** By package, the packages that its classes depend on. */
    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass origin : CLASSES) {
            String from = packageOf(origin);
            if (!from.isEmpty()) {
                Set<String> used = uses.computeIfAbsent(from, name -> new TreeSet<>());
                origin.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> packageOf(dependency.getTargetClass().getBaseComponentType()))
                        .filter(to -> !to.isEmpty() && !to.equals(from))
                        .forEach(used::add);
            }
        }
        return uses;
    }

    /** The first name below the root; empty for a class of the root, and for one that is not ours. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
    }

    private static Map<String, Set<String>> allowed() throws IOException {
        return Documents.rows(Documents.section(PAGE, "Packages")).stream()
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> names(cells.get(2))));
    }

    /** A cell that is a single name comes without its backticks. */
    private static Set<String> names(String cell) {
        Set<String> names = IN_BACKTICKS
                .matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        if (cell.matches("[a-z]+")) {
            names.add(cell);
        }
        return names;
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return resideInAnyPackage(name.isEmpty() ? ROOT + ".." : of(name));
    }

    private static String of(String name) {
        return ROOT + "." + name + "..";
    }
}
