package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;

/** Pensa's errors; the vendor does not document their body. */
final class PensaErrors implements Errors {

    @Override
    public Answer of(Step step, int status) {
        return of(status, step.message() == null ? "status " + status : step.message());
    }

    Answer of(int status, String message) {
        return Answer.json(status, Json.object().put("message", message));
    }
}
