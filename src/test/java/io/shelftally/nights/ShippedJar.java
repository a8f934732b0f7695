package io.shelftally.nights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a process of its own starts the application: from the jar that is shipped, with the archive of its classes that the
 * build made; a quarter of the time of a start. Where no jar was built, from this process's class path.
 */
final class ShippedJar {

    /** The build names it to the tests that it runs behind the packaging. */
    private static final String PROPERTY = "test.jar";

    private static final int FIRST_WITH_AOT_CACHES = 25;

    private ShippedJar() {}

    /** Of the virtual machine, the class path among them. */
    static List<String> options(boolean isApplication) {
        String jar = System.getProperty(PROPERTY);
        if (!isApplication || jar == null) {
            return List.of("-cp", System.getProperty("java.class.path"));
        }
        Path archive = Path.of(jar).resolveSibling("shelftally.jsa");
        return Files.exists(archive) ? List.of(flag() + archive, "-cp", jar) : List.of("-cp", jar);
    }

    /** Has classes loaded one by one as they are needed, though {@link #options} name an archive of them. */
    static String withoutArchive() {
        return hasAotCaches() ? "-XX:AOTMode=off" : "-Xshare:off";
    }

    private static String flag() {
        return hasAotCaches() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    }

    private static boolean hasAotCaches() {
        return Runtime.version().feature() >= FIRST_WITH_AOT_CACHES;
    }
}
