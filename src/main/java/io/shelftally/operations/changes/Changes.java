package io.shelftally.operations.changes;

import io.shelftally.calls.collect.Progress;
import io.shelftally.console.NotFoundException;
import io.shelftally.intake.selection.StoreIds;
import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.Linking;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.Rules;
import io.shelftally.job.output.PublishedNights;
import io.shelftally.job.output.ResultTables;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.tables.ExportVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares two published nights, a place at a time; only the changes are kept in memory. */
@Component
public class Changes {

    private final JdbcClient client;
    private final ExportVersions versions;
    private final NightEvidence evidence;
    private final Linking linking;
    private final Progress progress;

    Changes(JdbcClient client, ResultTables results, NightEvidence evidence, Linking linking, Progress progress) {
        this.client = client;
        this.versions = results.versions();
        this.evidence = evidence;
        this.linking = linking;
        this.progress = progress;
    }

    /**
     * Every verdict that differs between two nights.
     *
     * @param store only places with a scan of this store; empty for all
     * @throws NotFoundException if a night is not published, neither has the store, or evidence that a cause depends on is gone
     */
    public ChangesReport between(LocalDate first, LocalDate second, Optional<String> store) {
        PublishedNight before = night(first);
        PublishedNight after = night(second);
        List<String> notes = new ArrayList<>();
        OldRules oldRules = oldRules(before, after, notes);
        List<ChangedVerdict> changes = new ArrayList<>();
        try {
            add(changes, places(before, after, store), before, after, oldRules);
        } catch (EmptyResultDataAccessException e) {
            throw new NotFoundException("the nights were made by different rules, and an answer that " + second
                    + " was made from is not stored any more, so that changes by rules cannot be told from others");
        }
        return new ChangesReport(first, second, changes, notes);
    }

    private void add(
            List<ChangedVerdict> changes,
            Set<String> places,
            PublishedNight before,
            PublishedNight after,
            OldRules oldRules) {
        progress.step("compare");
        long done = 0;
        for (String place : places) {
            add(changes, place, before, after, oldRules);
            progress.items("places", ++done, places.size());
        }
    }

    private static void add(
            List<ChangedVerdict> changes,
            String place,
            PublishedNight nightBefore,
            PublishedNight nightAfter,
            OldRules oldRules) {
        PlaceNight before = nightBefore.at(place);
        PlaceNight after = nightAfter.at(place);
        TreeSet<Gtin> gtins = new TreeSet<>(before.products().keySet());
        gtins.addAll(after.products().keySet());
        for (Gtin gtin : gtins) {
            Standing was = before.standing(gtin);
            Standing is = after.standing(gtin);
            if (!was.verdict().equals(is.verdict())) {
                Causes.Evidence looked =
                        evidence(nightBefore, nightAfter, verdict -> oldRules.give(verdict, after, gtin));
                changes.add(new ChangedVerdict(
                        place, gtin, was.verdict(), is.verdict(), Causes.of(before, was, after, is, looked)));
            }
        }
    }

    private static Causes.Evidence evidence(
            PublishedNight before, PublishedNight after, Predicate<Optional<Verdict>> byOldRules) {
        return new Causes.Evidence() {
            @Override
            public boolean hasByOldRules(Optional<Verdict> verdict) {
                return byOldRules.test(verdict);
            }

            @Override
            public Optional<CaptureStanding> before(String captureId) {
                return before.capture(captureId);
            }

            @Override
            public Optional<CaptureStanding> after(String captureId) {
                return after.capture(captureId);
            }
        };
    }

    private static Set<String> places(PublishedNight before, PublishedNight after, Optional<String> store) {
        Set<String> places = new TreeSet<>();
        Stream.of(before, after)
                .forEach(night -> night.places().forEach((place, scans) -> {
                    if (store.isEmpty()
                            || scans.stream().anyMatch(scan -> store.get().equals(scan.storeId()))) {
                        places.add(place);
                    }
                }));
        if (store.isPresent() && places.isEmpty()) {
            throw new NotFoundException("neither night has a scan of it: "
                    + StoreIds.unknown(List.of(store.get()), stores(before, after))
                            .orElse("no store " + store.get()));
        }
        return places;
    }

    private static Set<String> stores(PublishedNight... nights) {
        Set<String> stores = new TreeSet<>();
        Stream.of(nights)
                .forEach(night -> night.places()
                        .values()
                        .forEach(scans -> scans.stream()
                                .flatMap(scan -> Stream.ofNullable(scan.storeId()))
                                .forEach(stores::add)));
        return stores;
    }

    private OldRules oldRules(PublishedNight before, PublishedNight after, List<String> notes) {
        Optional<Rules> old = rules(before);
        Optional<Rules> current = rules(after);
        if (old.isEmpty() || current.isEmpty()) {
            notes.add(
                    "the rules of a night that an earlier release published are not known: they are taken to be the same");
        }
        LocalDate date = after.version().businessDate();
        Optional<Judge> judge = old.isEmpty() || current.isEmpty() || old.equals(current)
                ? Optional.empty()
                : Optional.of(new Judge(old.get(), linking.by(old.get(), current.get(), date)));
        return new OldRules(date, evidence, judge);
    }

    private Optional<Rules> rules(PublishedNight night) {
        return versions.madeBy(night.version().exportId()).rules().map(Rules::parse);
    }

    private PublishedNight night(LocalDate date) {
        return new PublishedNight(
                client, versions.current(date).orElseThrow(() -> new PublishedNights(client).none(date)));
    }
}
