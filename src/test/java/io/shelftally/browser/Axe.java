package io.shelftally.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The checker of accessibility, as CONTRIBUTING.md says where to put it. */
public final class Axe {

    /** Absent on most machines. */
    public static final Path SCRIPT = Path.of("target", "axe", "package", "axe.min.js");

    private Axe() {}

    /** What it finds on the page that is open, after everything on it is unfolded: the rule and the element. */
    public static List<String> findings(Browser browser) throws Exception {
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.evaluate(Files.readString(SCRIPT) + ";0");
        JsonNode result = browser.evaluate("axe.run().then(all => ({passes: all.passes.length, found: "
                + "all.violations.flatMap(one => one.nodes.map(node => one.id + ': ' + node.html))}))");
        if (result.path("passes").asInt() == 0) {
            throw new IllegalStateException("axe has looked at nothing: " + result);
        }
        return result.path("found").valueStream().map(JsonNode::asString).toList();
    }
}
