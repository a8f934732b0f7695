package io.shelftally.operations.cli;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java says nothing of a method that is not there: with another release of H2 the launchers' words may come to nothing. */
class CompilingTests {

    private static final Pattern OF_H2 = Pattern.compile("\\b([A-Z]\\w*)(\\*)?::(\\w+)");

    @Test
    void theMethodsThatTheLaunchersNameAreThere() throws Exception {
        List<MatchResult> named = named();

        assertThat(named).hasSizeGreaterThan(5);
        for (MatchResult method : named) {
            assertThat(methods(method.group(1), method.group(2) != null))
                    .as("%s in jobs/.launch", method.group())
                    .contains(method.group(3));
        }
    }

    private static List<MatchResult> named() throws IOException {
        return Files.readAllLines(Path.of("jobs", ".launch")).stream()
                .filter(not(line -> line.contains("CompileCommand")))
                .flatMap(line -> OF_H2.matcher(line).results())
                .toList();
    }

    private static List<String> methods(String name, boolean withInner) throws ClassNotFoundException {
        Class<?> outer = Class.forName("org.h2.mvstore." + name);
        return Stream.concat(Stream.of(outer), withInner ? Arrays.stream(outer.getDeclaredClasses()) : Stream.empty())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .toList();
    }
}
