package io.shelftally.proof.sandbox.world;

import tools.jackson.databind.node.ObjectNode;

/** Closient's answer to the question whose key it is, with all its documented fields. */
public final class WhoamiTemplate {

    private WhoamiTemplate() {}

    /** The answer about the made-up key. */
    public static ObjectNode ofSandbox() {
        ObjectNode answer =
                Json.object().put("user_id", "vytxeTZskVKR7C7WgdSP3d").put("email", "sandbox@shelftally.invalid");
        answer.putArray("organizations")
                .addObject()
                .put("id", "kQ3bQvzGh8k5rY7nQw2xTj")
                .put("name", "Sandbox Foods");
        answer.putObject("metadata");
        answer.putObject("api_key")
                .put("id", "mhvXdrZT4jP5T8vBxuvm75")
                .put("description", "Nightly reconciliation")
                .put("role", "editor")
                .put("created", "2026-06-01T10:00:00Z")
                .putObject("metadata");
        return answer;
    }
}
