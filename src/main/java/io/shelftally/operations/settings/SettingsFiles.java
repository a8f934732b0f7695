package io.shelftally.operations.settings;

import io.shelftally.job.connections.BadSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The files that settings stand in: that of the machine, then that of the working folder, which counts more; or one that the
 * command line names, and no other.
 *
 * @param machine need not exist
 * @param folder need not exist
 * @param given must exist
 */
record SettingsFiles(Path machine, Path folder, Optional<Path> given) {

    static final Path OF_THE_MACHINE = Path.of("/etc/shelftally/shelftally.properties");

    static SettingsFiles usual(Optional<Path> given) {
        return new SettingsFiles(OF_THE_MACHINE, Path.of("shelftally.properties"), given);
    }

    /**
     * What Boot is told by its defaults, so that the environment goes before.
     *
     * @throws BadSettingException naming the file that is there and cannot be read
     */
    Map<String, Object> defaults() {
        if (given.isPresent()) {
            return Map.of();
        }
        List.of(machine, folder).forEach(file -> requireReadable(file, false));
        return Map.of(
                "spring.config.additional-location", "optional:" + location(machine) + ",optional:" + location(folder));
    }

    /** What Boot is told before all else: the file of the command line is the only one. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        given.ifPresent(file -> {
            requireReadable(file, true);
            if (file.toString().matches("(?s).*[,;].*")) {
                throw new BadSettingException(
                        "the name of the file of settings " + file + " holds a comma or a semicolon, at"
                                + " which names of files are split: give it another name");
            }
            arguments.add("--spring.config.location=classpath:/");
            arguments.add("--spring.config.additional-location=" + location(file));
        });
        return arguments;
    }

    /** The hint at the end lets a file have any name. A relative path stays one: the folder's name may hold what Boot splits at. */
    private static String location(Path file) {
        return "file:" + file + "[.properties]";
    }

    private static void requireReadable(Path file, boolean mustExist) {
        try {
            if (Files.isDirectory(file)) {
                throw new BadSettingException("the file of settings " + file + " is a directory: name a file");
            }
            try (InputStream open = Files.newInputStream(file)) {
                new Properties().load(open);
            }
        } catch (NoSuchFileException none) {
            if (mustExist) {
                throw new BadSettingException("there is no file of settings " + file + ", which --config names");
            }
        } catch (AccessDeniedException denied) {
            throw new BadSettingException(
                    "the file of settings " + file + " cannot be read: this user may not. Give it to the job's user or"
                            + " group to read, or name another one by --config");
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettingException("the file of settings " + file + " cannot be read: " + e.getMessage());
        }
    }
}
