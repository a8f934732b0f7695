package io.shelftally.job.nightly;

import io.shelftally.night.run.RunStart;
import java.util.List;

/**
 * A run that has its number.
 *
 * @param start as it is stored, so that a later run knows it by the same time
 * @param died the starts right before it that never ended, in order
 */
public record Begun(RunStart start, NightOptions options, List<RunStart> died) {

    public Begun {
        died = List.copyOf(died);
    }
}
