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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.springframework.stereotype.Component;

class ArchitectureTests {

    private static final String ROOT = "io.shelftally";
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Path INDEX = Path.of("src", "main", "resources", "META-INF", "spring.components");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([a-z]+)`");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Map<String, Set<String>> USES = uses();

    @Test
    void everyBeanStandsInTheIndexThatAStartReadsInPlaceOfAllClasses() throws IOException {
        List<String> beans = CLASSES.stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class) && !type.isAnnotation())
                .map(JavaClass::getName)
                .filter(name -> !name.matches("io\\.shelftally\\.(proof|operations\\.(cli|launch))\\..*"))
                .map(name -> name + "=" + Component.class.getName())
                .sorted()
                .toList();

        assertThat(Files.readAllLines(INDEX)).as("the lines of %s", INDEX).containsExactlyElementsOf(beans);
    }

    @ParameterizedTest
    @MethodSource("areas")
    void anAreaRestsOnlyOnWhatTheArchitecturePageAllows(String name) throws IOException {
        Map<String, Set<String>> allowed = allowed();

        assertThat(allowed)
                .as("%s, \"Areas\": give the area %s a row", PAGE, name)
                .containsKey(name);
        assertThat(USES.get(name))
                .as(
                        "what %s rests on; if a new arrow is right, add it to %s, \"Areas\", in the same commit",
                        name, PAGE)
                .isSubsetOf(allowed.get(name));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void thePackagesOfAnAreaHaveNoCycles(String name) {
        slices().matching(ROOT + "." + name + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theArchitecturePageNamesNoAreaThatIsGone() throws IOException {
        assertThat(USES.keySet())
                .as("areas that exist; remove the others from %s, \"Areas\"", PAGE)
                .containsAll(allowed().keySet());
    }

    @Test
    void thePictureShowsEveryArea() throws IOException {
        String picture = Files.readString(PAGE.resolveSibling("areas.svg"));

        assertThat(USES.keySet()).allSatisfy(area -> assertThat(picture).contains(">" + area + "</text>"));
    }

    @Test
    void theWalkNamesClassesThatAreThereAndNeverGoesBack() throws IOException {
        String place = "";
        List<String> areas = new ArrayList<>();
        for (List<String> cells : Documents.rows(Documents.section(PAGE, "One scan id on its way"))) {
            place = cells.get(0).isEmpty() ? place : cells.get(0);
            areas.add(place.split("\\.", 2)[0]);
            for (String name : cells.get(1).replace("`", "").split(", ", -1)) {
                assertThat(CLASSES.contain(ROOT + "." + place + "." + name))
                        .as("%s in %s", name, place)
                        .isTrue();
            }
        }
        assertThat(areas.stream().distinct()).containsExactly("intake", "night", "job", "publication");
        assertThat(areas).isSortedAccordingTo(Comparator.comparing(List.copyOf(new LinkedHashSet<>(areas))::indexOf));
    }

    @Test
    void areasHaveNoCycles() {
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
    void whatIsProvenByRunningItIsUsedByNothingButTheDemo() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(of("proof"), of("operations.cli"))
                .should()
                .dependOnClassesThat(in("proof")));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(of("proof"))
                .should()
                .dependOnClassesThat(in("proof").and(DescribedPredicate.not(in("proof.sandbox")))));
    }

    @Test
    void theSandboxUsesNothing() {
        check(noClasses()
                .that()
                .resideInAPackage(of("proof.sandbox"))
                .should()
                .dependOnClassesThat(in("").and(DescribedPredicate.not(in("proof.sandbox")))));
    }

    @Test
    void theBenchmarkUsesNothingButAServer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(of("proof.benchmark"), of("proof.postgresql"))
                .should()
                .dependOnClassesThat(in("").and(DescribedPredicate.not(in("proof.benchmark")))
                        .and(DescribedPredicate.not(in("proof.postgresql")))));
    }

    @Test
    void theRulesArePlainJava() {
        check(classes()
                .that()
                .resideInAnyPackage(of("matching"))
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
                        of("matching"))));
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(of("operations.cli"), of("proof"))
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
    void onlyTheEngineKnowsDbScheduler() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(of("engine"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.kagkarlsson.."));
    }

    @Test
    void jsonIsReadAndWrittenByJackson3() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind.."));
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(of("operations.cli"), of("proof"))
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

    static Set<String> areas() {
        return USES.keySet();
    }

    /** By area, the areas that its classes depend on. */
    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass origin : CLASSES) {
            String from = areaOf(origin);
            if (!from.isEmpty()) {
                Set<String> used = uses.computeIfAbsent(from, name -> new TreeSet<>());
                origin.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> areaOf(dependency.getTargetClass().getBaseComponentType()))
                        .filter(to -> !to.isEmpty() && !to.equals(from))
                        .forEach(used::add);
            }
        }
        return uses;
    }

    /** The first name below the root; empty for a class of the root, and for one that is not ours. */
    private static String areaOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
    }

    private static Map<String, Set<String>> allowed() throws IOException {
        return Documents.rows(Documents.section(PAGE, "Areas")).stream()
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
