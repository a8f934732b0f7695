package io.shelftally.operations.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openlineage.client.OpenLineage;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.Teller;
import java.io.IOException;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import tools.jackson.databind.json.JsonMapper;

/** Tells a receiver of each run in OpenLineage's words. */
final class LineageTeller implements Teller {

    /** Its getters of what begins with an underscore are not taken for such by default. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .accessorNaming(new DefaultAccessorNamingStrategy.Provider().withFirstCharAcceptance(true, true))
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Sink sink;
    private final LineageEvents events;

    LineageTeller(Sink sink, LineageEvents events) {
        this.sink = sink;
        this.events = events;
    }

    @Override
    public String name() {
        return sink.name();
    }

    /** What never had a number read nothing and made nothing. */
    @Override
    public boolean wants(RunEvent event) {
        return event.facts().begun().isPresent();
    }

    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        for (OpenLineage.RunEvent each : events.of(event)) {
            sink.send(json(each));
        }
    }

    /** As the client's own writer would, which needs another generation of Jackson (docs/adr/0018-lineage.md). */
    static String json(OpenLineage.RunEvent event) {
        return JSON.writeValueAsString(event);
    }
}
