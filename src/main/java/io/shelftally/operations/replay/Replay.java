package io.shelftally.operations.replay;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.NotFoundException;
import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.Linking;
import io.shelftally.job.derivation.Links;
import io.shelftally.job.derivation.RuleSetting;
import io.shelftally.job.derivation.Rules;
import io.shelftally.job.derivation.RulesInForce;
import io.shelftally.job.output.ResultTables;
import io.shelftally.night.run.Lease;
import io.shelftally.publication.publishing.PublishedDescriptor;
import io.shelftally.publication.tables.ExportVersion;
import io.shelftally.publication.tables.ExportVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reconciles a published night again from its stored evidence, under the lease; calls no vendor, and leaves the night, its
 * rows and its files as they are.
 */
@Component
public class Replay {

    private final ReplayDerivation derivation;
    private final ReplayHistory history;
    private final RulesInForce rulesInForce;
    private final Linking linking;
    private final ExportVersions versions;
    private final Lease lease;
    private final StopSignal stop;

    Replay(
            ReplayDerivation derivation,
            ReplayHistory history,
            RulesInForce rulesInForce,
            Linking linking,
            ResultTables results,
            Lease lease,
            StopSignal stop) {
        this.derivation = derivation;
        this.history = history;
        this.rulesInForce = rulesInForce;
        this.linking = linking;
        this.versions = results.versions();
        this.lease = lease;
        this.stop = stop;
    }

    /**
     * Replays a night.
     *
     * @param changes is told each row that other rules change, if the request asks for that
     * @throws NotFoundException if the night is not published, or its evidence is gone
     */
    public ReplayReport replay(ReplayRequest request, Consumer<ChangedRow> changes) {
        try {
            return lease.during(request.businessDate(), stop::check, () -> underLease(request, changes));
        } catch (EmptyResultDataAccessException e) {
            throw new NotFoundException("an answer that the night of " + request.businessDate()
                    + " was made from is not stored any more; was it pruned? Restore a backup to replay this night");
        }
    }

    private ReplayReport underLease(ReplayRequest request, Consumer<ChangedRow> changes) {
        LocalDate date = request.businessDate();
        ExportVersion published = versions.current(date).orElseThrow(() -> history.notPublished(date));
        ExportVersions.Making making = versions.madeBy(published.exportId());
        List<String> notes = new ArrayList<>();
        Optional<PublishedDescriptor> descriptor = descriptor(published, making, notes);
        Rules night = rules(making, descriptor, notes);
        Rules rules = changed(night, request.changes());
        Map<RuleSetting, Map<String, Long>> counts = new TreeMap<>();
        List<ReplayedFiles.Replayed> files = derivation.derive(
                date,
                judges(date, night, rules, request.diff()),
                new ReplayedFiles(request.out(), !rules.rawText()),
                changed -> {
                    counts.computeIfAbsent(changed.cause(), cause -> new TreeMap<>())
                            .merge(changed.dataset(), 1L, Long::sum);
                    changes.accept(changed);
                });
        List<ComparedFile> compared = files.stream()
                .map(file -> ComparedFile.of(file, making, descriptor))
                .toList();
        ReplayReport report = new ReplayReport(
                date,
                published.version(),
                night,
                rules,
                compared,
                notes,
                request.diff() ? Optional.of(counts) : Optional.empty());
        if (!report.isAsExpected()) {
            notes.addAll(reasons(published));
        }
        return report;
    }

    private Optional<PublishedDescriptor> descriptor(
            ExportVersion published, ExportVersions.Making making, List<String> notes) {
        Optional<PublishedDescriptor> read =
                PublishedDescriptor.read(published.outDir(), published.businessDate(), published.version());
        boolean isAsPublished = read.isPresent()
                && making.descriptorSha256().map(read.get().sha256()::equals).orElse(true);
        if (!isAsPublished) {
            notes.add(PublishedDescriptor.path(published.outDir(), published.businessDate(), published.version())
                    + (read.isPresent() ? " is not as it was published" : " is not there any more")
                    + ": the files are compared by the descriptor's hash in the database alone");
        }
        return read.filter(descriptor -> isAsPublished);
    }

    private Rules rules(ExportVersions.Making making, Optional<PublishedDescriptor> descriptor, List<String> notes) {
        return making.rules().map(Rules::parse).orElseGet(() -> {
            notes.add(
                    "this night was published by a release that did not keep its rules: those of the settings are taken");
            return rulesInForce.with(
                    !descriptor.map(PublishedDescriptor::spreadsheetSafe).orElse(true));
        });
    }

    private static Rules changed(Rules night, Map<RuleSetting, String> changes) {
        Rules rules = night;
        for (Map.Entry<RuleSetting, String> change : changes.entrySet()) {
            rules = rules.with(change.getKey(), change.getValue());
        }
        return rules;
    }

    /** By the rules of the replay; with a diff also by those of the night, and by each step between. */
    private List<Judge> judges(LocalDate date, Rules night, Rules rules, boolean diff) {
        Map<List<String>, Links> links = new LinkedHashMap<>();
        return (diff ? night.stepsTo(rules) : List.of(rules))
                .stream()
                        .map(step -> new Judge(
                                step, links.computeIfAbsent(step.linkKeys(), keys -> linking.by(step, night, date))))
                        .toList();
    }

    private List<String> reasons(ExportVersion published) {
        List<String> happened = history.sincePublished(published.businessDate(), published.exportId());
        return happened.isEmpty()
                ? List.of("nothing is known to have happened since it was published: a newer release may derive"
                        + " otherwise, or the database was edited; see CHANGELOG.md, else report it")
                : happened;
    }
}
