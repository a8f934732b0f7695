package io.shelftally.nightly;

import io.shelftally.intake.InputSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the steps of one start hand to later ones in memory; each start fills it anew. */
@Component
class NightState {

    private List<InputSource> sources = List.of();

    void sources(List<InputSource> read) {
        sources = List.copyOf(read);
    }

    List<InputSource> sources() {
        return sources;
    }
}
