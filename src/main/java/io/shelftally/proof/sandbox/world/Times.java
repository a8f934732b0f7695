package io.shelftally.proof.sandbox.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import tools.jackson.databind.JsonNode;

/** For how many calls a step holds; written as a number or as "forever". */
public record Times(int count) {

    static final Times ONCE = new Times(1);

    public Times {
        if (count < 1) {
            throw new IllegalArgumentException("times must be 1 or more, or \"forever\", not " + count);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Times of(JsonNode json) {
        if (json.isInt()) {
            return new Times(json.intValue());
        }
        if (json.isString() && json.stringValue().equals("forever")) {
            return new Times(Integer.MAX_VALUE);
        }
        throw new IllegalArgumentException("times must be 1 or more, or \"forever\", not " + json);
    }
}
