package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.scripted.ScriptedWorld;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.World;
import java.nio.file.Path;

/** Where a world comes from. */
@FunctionalInterface
public interface WorldSource {

    /** Reads or makes the world. */
    World load();

    /** The files of a folder (their format: sample-data/README.md). */
    static WorldSource folder(Path folder) {
        return () -> ScriptedWorld.read(folder, Catalogue.load());
    }

    /** The text of one world file. */
    static WorldSource text(String json) {
        return () -> ScriptedWorld.parse("the world", json, Catalogue.load());
    }

    /** A seed. */
    static WorldSource seed(SeededOptions options) {
        return () -> new SeededWorld(options, Catalogue.load());
    }
}
