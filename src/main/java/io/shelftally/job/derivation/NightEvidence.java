package io.shelftally.job.derivation;

import io.shelftally.base.threads.SideBySide;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.publication.results.ReconciledRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Goes through all that is stored of a night, a page of items at a time, and reads the answers of a few items at a time. */
@Component
public class NightEvidence {

    private static final int PAGE = 200;

    private final ScanNights scans;
    private final CaptureNights captures;
    private final ScanReader scanReader;
    private final CaptureReader captureReader;
    private final StopSignal stop;
    private final Progress progress;

    NightEvidence(
            ScanNights scans,
            CaptureNights captures,
            ScanReader scanReader,
            CaptureReader captureReader,
            StopSignal stop,
            Progress progress) {
        this.scans = scans;
        this.captures = captures;
        this.scanReader = scanReader;
        this.captureReader = captureReader;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Goes through the scans in the order of their ids.
     *
     * @param derive what the answers of a scan say, for any thread: several scans are read at once
     * @param take what is to be kept of that until the page ends; in order, on the calling thread
     */
    public <D, T> void scans(
            LocalDate businessDate,
            List<Links> links,
            Function<ScanAnswers, D> derive,
            Function<D, Optional<T>> take,
            Consumer<List<T>> page) {
        long total = scans.count(businessDate);
        long done = 0;
        List<ScanOfNight> items = scans(businessDate, links, 0);
        try (SideBySide readers = new SideBySide("scan-reader")) {
            while (!items.isEmpty()) {
                stop.check();
                List<T> kept = new ArrayList<>();
                readers.each(
                        items,
                        reader(businessDate, links, items).andThen(derive),
                        derived -> take.apply(derived).ifPresent(kept::add));
                page.accept(kept);
                done += items.size();
                progress.items("scans", done, Math.max(done, total));
                items = scans(businessDate, links, items.get(items.size() - 1).scanId());
            }
        }
    }

    /**
     * What the answers of the next few scans behind one id and up to another say, in order; on the calling thread.
     *
     * @param most so many scans at most, which are derived all
     */
    public <D> List<D> next(
            LocalDate businessDate, Links links, long after, long upTo, int most, Function<ScanAnswers, D> derive) {
        List<ScanOfNight> items = scans.page(businessDate, after, most).stream()
                .filter(scan -> scan.scanId() <= upTo)
                .toList();
        return items.isEmpty()
                ? List.of()
                : items.stream()
                        .map(reader(businessDate, List.of(links), items).andThen(derive))
                        .toList();
    }

    /** Hands over every reconciled row of the night in order, without keeping any. */
    public void reconciled(LocalDate businessDate, Judge judge, Consumer<ReconciledRow> each) {
        scans(
                businessDate,
                List.of(judge.links()),
                judge::scan,
                found -> {
                    found.ifPresent(scan -> scan.items().forEach(each));
                    return Optional.empty();
                },
                page -> {});
    }

    /** One scan of the night; empty if none of the links holds it. */
    public Optional<ScanAnswers> scan(LocalDate businessDate, List<Links> links, long scanId) {
        List<ScanOfNight> found = scans(businessDate, links, scanId - 1).stream()
                .filter(scan -> scan.scanId() == scanId)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(reader(businessDate, links, found).apply(found.get(0)));
    }

    /** Goes through the captures in the database's order of their ids. */
    public <T> void captures(
            LocalDate businessDate, List<Links> links, Function<CaptureAnswers, T> each, Consumer<List<T>> page) {
        long total = captures.count(businessDate);
        long done = 0;
        List<CaptureOfNight> items = captures.page(businessDate, "", PAGE);
        while (!items.isEmpty()) {
            stop.check();
            page.accept(items.stream()
                    .map(captureReader.of(businessDate, links))
                    .map(each)
                    .toList());
            done += items.size();
            progress.items("captures", done, total);
            items = captures.page(businessDate, items.get(items.size() - 1).captureId(), PAGE);
        }
    }

    private Function<ScanOfNight, ScanAnswers> reader(
            LocalDate businessDate, List<Links> links, List<ScanOfNight> items) {
        Map<Links, Map<Long, List<LinkedCapture>>> settled = new HashMap<>();
        links.forEach(one -> settled.put(
                one,
                one.settled(items.get(0).scanId(), items.get(items.size() - 1).scanId())));
        return scan -> scanReader.read(businessDate, scan, linked(scan, settled));
    }

    private static Map<Links, List<LinkedCapture>> linked(
            ScanOfNight scan, Map<Links, Map<Long, List<LinkedCapture>>> settled) {
        Map<Links, List<LinkedCapture>> linked = new HashMap<>();
        settled.forEach((links, captures) -> {
            if (links.hold(scan)) {
                linked.put(links, captures.getOrDefault(scan.scanId(), List.of()));
            }
        });
        return linked;
    }

    /** A page of the night's own scans, and those among them in order that other links bring back. */
    private List<ScanOfNight> scans(LocalDate businessDate, List<Links> links, long after) {
        List<ScanOfNight> own = scans.page(businessDate, after, PAGE);
        long upTo = own.size() < PAGE ? Long.MAX_VALUE : own.get(own.size() - 1).scanId();
        List<ScanOfNight> more = links.stream()
                .flatMap(one -> one.broughtBack(after, upTo).stream())
                .toList();
        if (more.isEmpty()) {
            return own;
        }
        TreeSet<ScanOfNight> all = new TreeSet<>(Comparator.comparingLong(ScanOfNight::scanId));
        all.addAll(own);
        all.addAll(more);
        return new ArrayList<>(all);
    }
}
