package io.shelftally.operations.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.utils.UUIDUtils;
import io.shelftally.job.nightly.Begun;
import io.shelftally.night.run.RunStart;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.RunState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A run's events as OpenLineage's. Each start of a night is a run there, of one job; its id follows from its number and its
 * time, so that the start after one that died can say of it, by the same id, that it was aborted.
 */
final class LineageEvents {

    private static final String JOB = "nightly";
    private static final String SOURCE = "SHELFTALLY";

    private final OpenLineage open;
    private final Installation installation;
    private final Inputs inputs;
    private final Outputs outputs;
    private final String version;

    LineageEvents(Installation installation) {
        this.version = version(LineageEvents.class);
        this.open = new OpenLineage(URI.create("urn:shelftally:" + version));
        this.installation = installation;
        this.inputs = new Inputs(open, installation);
        this.outputs = new Outputs(open);
    }

    /** In their order; those of a run that has no number are none. */
    List<OpenLineage.RunEvent> of(RunEvent event) {
        List<OpenLineage.RunEvent> events = new ArrayList<>();
        event.facts().begun().ifPresent(begun -> {
            if (event.state() == RunState.STARTED) {
                begun.died().forEach(dead -> events.add(aborted(dead, event.at())));
            }
            events.add(event(begun, event));
        });
        return events;
    }

    private static EventType type(RunState state) {
        return switch (state) {
            case STARTED -> EventType.START;
            case RUNNING -> EventType.RUNNING;
            case PUBLISHED -> EventType.COMPLETE;
            case FAILED, MISSING -> EventType.FAIL;
        };
    }

    private OpenLineage.RunEvent event(Begun begun, RunEvent event) {
        EventType type = type(event.state());
        List<Check> checks = Check.of(event.facts(), installation.floors());
        return open.newRunEventBuilder()
                .eventType(type)
                .eventTime(time(event.at()))
                .run(open.newRun(id(begun.start()), facets(type, event, checks)))
                .job(job())
                .inputs(inputs.of(event.facts(), checks))
                .outputs(outputs(type, event))
                .build();
    }

    private List<OpenLineage.OutputDataset> outputs(EventType type, RunEvent event) {
        return switch (type) {
            case START -> outputs.planned(event.facts());
            case COMPLETE -> event.facts().published().map(outputs::made).orElse(List.of());
            default -> List.of();
        };
    }

    private OpenLineage.RunEvent aborted(RunStart dead, Instant at) {
        OpenLineage.RunFacets facets = common(Optional.of(dead.businessDate()))
                .tags(tags("run", Long.toString(dead.run())))
                .errorMessage(open.newErrorMessageRunFacet("it died; the next start goes on", "Java", null))
                .build();
        return open.newRunEventBuilder()
                .eventType(EventType.ABORT)
                .eventTime(time(at))
                .run(open.newRun(id(dead), facets))
                .job(job())
                .inputs(List.of())
                .outputs(List.of())
                .build();
    }

    private OpenLineage.RunFacets facets(EventType type, RunEvent event, List<Check> checks) {
        OpenLineage.RunFacetsBuilder facets = common(event.businessDate());
        List<String> tags = new ArrayList<>(List.of("command", event.command(), "host", event.host()));
        event.facts().run().ifPresent(run -> tags.addAll(List.of("run", Long.toString(run))));
        event.exitCode().ifPresent(code -> tags.addAll(List.of("exit_code", Integer.toString(code))));
        facets.tags(tags(tags.toArray(String[]::new)));
        if (type == EventType.FAIL) {
            facets.errorMessage(open.newErrorMessageRunFacet(event.message(), "Java", null));
        }
        if (!checks.isEmpty()) {
            facets.test(open.newTestRunFacet(checks.stream().map(this::test).toList()));
        }
        return facets.build();
    }

    private OpenLineage.RunFacetsBuilder common(Optional<LocalDate> businessDate) {
        OpenLineage.RunFacetsBuilder facets = open.newRunFacetsBuilder()
                .processing_engine(open.newProcessingEngineRunFacet(version, "ShelfTally", version(OpenLineage.class)));
        businessDate.ifPresent(
                date -> facets.nominalTime(open.newNominalTimeRunFacet(first(date), first(date.plusDays(1)))));
        installation
                .parent()
                .ifPresent(parent -> facets.parent(open.newParentRunFacetBuilder()
                        .run(open.newParentRunFacetRun(parent.run(), null))
                        .job(open.newParentRunFacetJob(parent.namespace(), parent.job(), null))
                        .build()));
        return facets;
    }

    private OpenLineage.TestExecution test(Check check) {
        return open.newTestExecutionBuilder()
                .name(check.setting())
                .type(check.rule())
                .severity(check.severity())
                .status(check.holds() ? "pass" : "fail")
                .expected(check.expected())
                .actual(check.actual())
                .description(check.words().orElse(null))
                .build();
    }

    /** @param pairs each key before its value */
    private OpenLineage.TagsRunFacet tags(String... pairs) {
        List<OpenLineage.TagsRunFacetFields> tags = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tags.add(open.newTagsRunFacetFields(pairs[i], pairs[i + 1], SOURCE));
        }
        return open.newTagsRunFacet(tags);
    }

    private OpenLineage.Job job() {
        OpenLineage.JobFacets facets = open.newJobFacetsBuilder()
                .jobType(open.newJobTypeJobFacetBuilder()
                        .processingType("BATCH")
                        .integration(SOURCE)
                        .jobType("JOB")
                        .build())
                .documentation(open.newDocumentationJobFacet(
                        "Reconciles barcode captures with shelf scans, night by night.", "text/plain"))
                .build();
        return open.newJob(installation.namespace(), JOB, facets);
    }

    private UUID id(RunStart start) {
        String name = installation.namespace() + "/" + JOB + "/" + start.run();
        return UUIDUtils.generateStaticUUID(start.startedAt(), name.getBytes(StandardCharsets.UTF_8));
    }

    private ZonedDateTime first(LocalDate date) {
        return time(date.atStartOfDay(installation.zone()).toInstant());
    }

    private static ZonedDateTime time(Instant at) {
        return at.atZone(ZoneOffset.UTC);
    }

    private static String version(Class<?> type) {
        return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "development");
    }
}
