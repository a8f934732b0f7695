package io.shelftally.operations.measuring;

import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.RunState;
import io.shelftally.operations.telling.Teller;

/** Takes the figures of every run that has ended. */
abstract class Measured implements Teller {

    @Override
    public final boolean wants(RunEvent event) {
        return event.state() == RunState.PUBLISHED || event.state() == RunState.FAILED;
    }
}
