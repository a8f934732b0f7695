package io.shelftally;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.nio.charset.Charset;
import java.text.DateFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text depends on the place where the job runs: its locale, its zone, its character set. */
class PlaceTests {

    /** What a call asks the place for when it leaves one of these out. */
    private static final Set<Class<?>> OF_THE_PLACE = Set.of(Locale.class, ZoneId.class, TimeZone.class, Charset.class);

    /** What asks the place, but has no form that could be told otherwise, or one of another name. */
    private static final Set<String> ASK_THE_PLACE = Set.of(
            "java.lang.String.formatted",
            named(Locale.class, "getDefault"),
            named(ZoneId.class, "systemDefault"),
            named(TimeZone.class, "getDefault"),
            named(Clock.class, "systemDefaultZone"),
            named(Charset.class, "defaultCharset"),
            named(Calendar.class, "getInstance"),
            named(DateTimeFormatter.class, "ofLocalizedDate"),
            named(DateTimeFormatter.class, "ofLocalizedTime"),
            named(DateTimeFormatter.class, "ofLocalizedDateTime"));

    /** Their calls that leave out the character set are documented as UTF-8. */
    private static final Set<String> MEAN_UTF_8 = Set.of("java.net.http", "java.nio.file", "java.util.zip");

    private static final List<Class<?>> FORMATS = List.of(NumberFormat.class, DateFormat.class, MessageFormat.class);

    @Test
    void nothingAsksThePlaceForItsLocaleItsZoneOrItsCharacterSet() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "leave out a Locale, ZoneId, TimeZone or Charset, or are a format of java.text",
                        PlaceTests::asks))
                .because("what a machine reads is the same everywhere: name Locale.ROOT, UTC or UTF_8")
                .check(ArchitectureTests.CLASSES);
    }

    private static boolean asks(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)
                || !target.getOwner().getPackageName().startsWith("java")) {
            return false;
        }
        Class<?> owner = target.getOwner().reflect();
        return ASK_THE_PLACE.contains(named(owner, target.getName()))
                || FORMATS.stream().anyMatch(format -> format.isAssignableFrom(owner))
                || (!MEAN_UTF_8.contains(owner.getPackageName()) && hasFullerForm(owner, target));
    }

    /** Whether the same call can be made with one of {@link #OF_THE_PLACE} besides. */
    private static boolean hasFullerForm(Class<?> owner, CodeUnitAccessTarget target) {
        List<String> given =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return Stream.<Executable>concat(Stream.of(owner.getConstructors()), Stream.of(owner.getMethods()))
                .filter(form -> name(form).equals(target.getName()))
                .anyMatch(form -> isFuller(form, given));
    }

    private static boolean isFuller(Executable form, List<String> given) {
        List<Class<?>> types = Arrays.asList(form.getParameterTypes());
        return OF_THE_PLACE.stream().filter(types::contains).anyMatch(type -> {
            List<Class<?>> others = new ArrayList<>(types);
            others.remove(type);
            return others.stream().map(Class::getName).toList().equals(given);
        });
    }

    private static String name(Executable form) {
        return form instanceof Constructor<?> ? "<init>" : form.getName();
    }

    private static String named(Class<?> owner, String method) {
        return owner.getName() + "." + method;
    }
}
