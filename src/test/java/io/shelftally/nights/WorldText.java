package io.shelftally.nights;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import io.shelftally.proof.sandbox.endpoints.Limits;
import java.util.ArrayList;
import java.util.List;

/** A world for the sandbox, written piece by piece; in the pieces {@code '} stands for {@code "}. */
final class WorldText {

    private final List<String> captures = new ArrayList<>();
    private final List<String> scans = new ArrayList<>();
    private String tokenSteps = "";
    private String more = "";
    private Limits limits = Limits.DOCUMENTED.withRates(0, 0);

    /** @param fields of the capture's form but its id, such as {@code 'progression': ['FAILED']} */
    WorldText capture(String id, String... fields) {
        captures.add(object("'id': '" + id + "'", fields));
        return this;
    }

    WorldText scan(long id, String... fields) {
        scans.add(object("'id': " + id, fields));
        return this;
    }

    WorldText tokenSteps(String steps) {
        tokenSteps = steps;
        return this;
    }

    /** @param fields of the vendors' habits */
    WorldText habits(String fields) {
        more += ", 'habits': {" + fields + "}";
        return this;
    }

    /** @param steps of the calls that ask whose the key is */
    WorldText whoamiSteps(String steps) {
        more += ", 'whoamiSteps': [" + steps + "]";
        return this;
    }

    /** @param fields of what is said of the key */
    WorldText whoami(String fields) {
        more += ", 'whoami': {" + fields + "}";
        return this;
    }

    WorldText limits(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    Sandbox start() {
        return Sandbox.start(SandboxOptions.of(WorldSource.text(json())).withLimits(limits));
    }

    Sandbox start(Credentials credentials) {
        return Sandbox.start(
                SandboxOptions.of(WorldSource.text(json())).withLimits(limits).withCredentials(credentials));
    }

    private String json() {
        String json = "{'captures': [" + String.join(",\n", captures) + "], 'scans': [" + String.join(",\n", scans)
                + "], 'tokenSteps': [" + tokenSteps + "]" + more + "}";
        return json.replace('\'', '"');
    }

    private static String object(String id, String... fields) {
        StringBuilder object = new StringBuilder("{").append(id);
        for (String field : fields) {
            if (!field.isBlank()) {
                object.append(", ").append(field);
            }
        }
        return object.append('}').toString();
    }
}
