package io.shelftally.proof.sandbox.scripted;

import io.shelftally.proof.sandbox.world.BadWorldException;
import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.Step;
import io.shelftally.proof.sandbox.world.WhoamiTemplate;
import io.shelftally.proof.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** A world written by hand (its format: sample-data/README.md). */
public final class ScriptedWorld implements World {

    private final Map<String, CaptureScript> captures = new HashMap<>();
    private final Map<Long, ScanScript> scans = new HashMap<>();
    private final List<Step> tokenSteps = new ArrayList<>();
    private final List<Step> whoamiSteps = new ArrayList<>();
    private ObjectNode whoami = WhoamiTemplate.ofSandbox();
    private Habits habits = Habits.UNSAID;
    private final Catalogue catalogue;

    private ScriptedWorld(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads every {@code .json} file of the folder, in the order of their names.
     *
     * @throws BadWorldException if there is none, or one has an error; the message names the file and the place
     */
    public static ScriptedWorld read(Path folder, Catalogue catalogue) {
        ScriptedWorld world = new ScriptedWorld(catalogue);
        for (Path file : worldFiles(folder)) {
            world.add(file.toString(), text(file));
        }
        return world;
    }

    /**
     * Reads the text of one world file.
     *
     * @param name stands for the file in messages
     * @throws BadWorldException if the text has an error
     */
    public static ScriptedWorld parse(String name, String json, Catalogue catalogue) {
        ScriptedWorld world = new ScriptedWorld(catalogue);
        world.add(name, json);
        return world;
    }

    @Override
    public Optional<CaptureScript> capture(String captureId) {
        return Optional.ofNullable(captures.get(captureId));
    }

    @Override
    public Optional<ScanScript> scan(long scanId) {
        return Optional.ofNullable(scans.get(scanId));
    }

    @Override
    public List<Step> tokenSteps() {
        return List.copyOf(tokenSteps);
    }

    @Override
    public Habits habits() {
        return habits;
    }

    @Override
    public ObjectNode whoami() {
        return whoami;
    }

    @Override
    public List<Step> whoamiSteps() {
        return List.copyOf(whoamiSteps);
    }

    private void add(String file, String json) {
        WorldForm form = form(file, json);
        for (CaptureForm capture : form.captures()) {
            inside(file, "capture " + capture.id(), () -> add(capture));
        }
        for (ScanForm scan : form.scans()) {
            inside(file, "scan " + scan.id(), () -> add(scan));
        }
        tokenSteps.addAll(form.tokenSteps());
        whoamiSteps.addAll(form.whoamiSteps());
        whoami = Json.merged(whoami, form.whoami());
        habits = form.habits().over(habits);
    }

    private void add(CaptureForm form) {
        if (captures.put(form.id(), form.script(catalogue)) != null) {
            throw new BadWorldException("stands in the world twice");
        }
    }

    private void add(ScanForm form) {
        if (scans.put(form.id(), form.script(new ReportForm(catalogue))) != null) {
            throw new BadWorldException("stands in the world twice");
        }
    }

    private static void inside(String file, String where, Runnable work) {
        try {
            work.run();
        } catch (BadWorldException | IllegalArgumentException e) {
            throw new BadWorldException(file + ", " + where + ": " + e.getMessage());
        }
    }

    private static WorldForm form(String file, String json) {
        try {
            return Json.MAPPER.readValue(json, WorldForm.class);
        } catch (JacksonException e) {
            throw new BadWorldException(file + Fault.of(e));
        }
    }

    private static List<Path> worldFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadWorldException(folder + " holds no .json file");
            }
            return found;
        } catch (IOException e) {
            throw new BadWorldException("the folder " + folder + " cannot be read: " + e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadWorldException(file + " cannot be read as UTF-8: " + e);
        }
    }
}
