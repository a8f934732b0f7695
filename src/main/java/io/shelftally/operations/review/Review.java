package io.shelftally.operations.review;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Answer;
import io.shelftally.console.NotFoundException;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineDecision;
import io.shelftally.intake.quarantine.QuarantineDecisions;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.intake.worklist.IntakeSettings;
import io.shelftally.intake.worklist.SingleRow;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.NightWrites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works through the quarantine. What is decided about a row changes nothing by itself: a mended row takes part, and leaves the
 * quarantine, when its date is run again. Decisions are written under the lease.
 */
@Component
public class Review {

    private static final int MOST_NAMED = 10;

    private final IntakeSettings intake;
    private final SetAside setAside;
    private final PublishedQuarantine published;
    private final QuarantineDecisions decisions;
    private final JdbcClient client;
    private final NightWrites writes;
    private final Lease lease;
    private final StopSignal stop;
    private final Clock clock;

    Review(
            IntakeSettings intake,
            SetAside setAside,
            PublishedQuarantine published,
            QuarantineDecisions decisions,
            JdbcClient client,
            NightWrites writes,
            Lease lease,
            StopSignal stop,
            Clock clock) {
        this.intake = intake;
        this.setAside = setAside;
        this.published = published;
        this.decisions = decisions;
        this.client = client;
        this.writes = writes;
        this.lease = lease;
        this.stop = stop;
        this.clock = clock;
    }

    /**
     * The rows of a night, those left out that were mended or discarded.
     *
     * @param date the latest night that took its work list if empty
     * @param all with those that were handled
     */
    public Answer list(Optional<LocalDate> date, Optional<String> source, Optional<QuarantineCode> code, boolean all) {
        LocalDate night = date.orElseGet(this::latest);
        List<ReviewedRow> rows = rows(night).stream()
                .filter(row -> source.isEmpty() || source.get().equals(row.source()))
                .filter(row -> code.isEmpty() || code.get() == row.code())
                .sorted(ReviewedRow.PLACES)
                .toList();
        List<ReviewedRow> shown =
                rows.stream().filter(row -> all || row.isOpen()).toList();
        return new QuarantineList(night, shown, rows.size() - shown.size());
    }

    /** Throws {@link NotFoundException} if nothing stands there. */
    public Answer show(LocalDate businessDate, String source, String position) {
        ReviewedRow row = find(businessDate, source, position);
        return new QuarantineAccount(businessDate, row, Meaning.of(row.code()));
    }

    /**
     * Judges a row again; a good one is kept as mended. Throws {@link BadInputException} with the code and its detail if it is
     * bad, and for what a vendor answered, which nobody here can mend.
     *
     * @param as the values of the mended row in the documented order of columns; null to judge the row as it came
     */
    public Answer replay(LocalDate businessDate, String source, String position, @Nullable String as) {
        return decide(businessDate, () -> {
            ReviewedRow row = find(businessDate, source, position);
            String mended = good(businessDate, row, as).line();
            return new QuarantineDecision(row.row(), QuarantineDecision.Kind.MENDED, mended, null, clock.instant());
        });
    }

    /** Marks a row as handled; throws {@link NotFoundException} if nothing stands there. */
    public Answer discard(LocalDate businessDate, String source, String position, @Nullable String note) {
        return decide(
                businessDate,
                () -> new QuarantineDecision(
                        find(businessDate, source, position).row(),
                        QuarantineDecision.Kind.DISCARDED,
                        null,
                        note,
                        clock.instant()));
    }

    private interface Making {
        QuarantineDecision decision();
    }

    private Answer decide(LocalDate businessDate, Making making) {
        return lease.during(
                businessDate,
                stop::check,
                () -> writes.call(() -> {
                    QuarantineDecision decision = making.decision();
                    decisions.decide(businessDate, decision);
                    return new Decided(businessDate, ReviewedRow.of(decision.row(), Optional.of(decision)));
                }));
    }

    private SingleRow good(LocalDate businessDate, ReviewedRow row, @Nullable String as) {
        if (!SingleRow.isOfList(row.source())) {
            throw new BadInputException(row.code() + ": a vendor answered this, so it cannot be mended here.\n"
                    + "Send the vendor the line; jobs/shelftally quarantine discard marks it as handled.");
        }
        SingleRow judged = as == null
                ? SingleRow.judged(row.source(), header(businessDate, row), row.raw(), intake.uuidIds())
                : SingleRow.mended(row.source(), as, intake.uuidIds());
        if (!judged.isGood()) {
            String values = String.join(",", SingleRow.columns(row.source()));
            throw new BadInputException(judged.code().map(QuarantineCode::name).orElse("") + ": " + judged.detail()
                    + ".\nGive the mended row with --as '" + values + "'.");
        }
        return judged;
    }

    private String header(LocalDate businessDate, ReviewedRow row) {
        return setAside.header(businessDate, row.source())
                .filter(header -> !header.isEmpty())
                .orElseThrow(() -> new BadInputException("the columns of " + row.source()
                        + " were not kept when the row was set aside.\nGive the row with --as '"
                        + String.join(",", SingleRow.columns(row.source())) + "'."));
    }

    private LocalDate latest() {
        return client.sql("SELECT COALESCE((SELECT MAX(business_date) FROM night_input), MAX(business_date)) FROM run")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElseThrow(() -> new NotFoundException("nothing has run yet"));
    }

    private ReviewedRow find(LocalDate businessDate, String source, String position) {
        List<ReviewedRow> rows = rows(businessDate);
        return rows.stream()
                .filter(row -> row.source().equals(source) && row.position().equals(position))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("no row of " + source + ", " + position
                        + " is in quarantine on " + businessDate + "; " + instead(rows, source)
                        + ".\nSee jobs/shelftally quarantine list --date " + businessDate + " --all."));
    }

    private static String instead(List<ReviewedRow> rows, String source) {
        String positions = named(rows.stream()
                .filter(row -> row.source().equals(source))
                .sorted(ReviewedRow.PLACES)
                .map(ReviewedRow::position));
        if (!positions.isEmpty()) {
            return "of " + source + " there are " + positions;
        }
        String sources = named(rows.stream().map(ReviewedRow::source).sorted());
        return sources.isEmpty() ? "nothing is" : "there are rows of " + sources;
    }

    private static String named(Stream<String> words) {
        List<String> all = words.distinct().toList();
        String more = all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "";
        return String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size()))) + more;
    }

    /** Those in quarantine, and those that a run has taken out of it. */
    private List<ReviewedRow> rows(LocalDate businessDate) {
        List<QuarantineDecision> made = decisions.of(businessDate);
        List<QuarantineRow> there = there(businessDate);
        Stream<ReviewedRow> inside = there.stream()
                .map(row -> ReviewedRow.of(
                        row,
                        made.stream().filter(decision -> decision.settles(row)).findFirst()));
        Stream<ReviewedRow> gone = made.stream()
                .filter(decision -> decision.kind() == QuarantineDecision.Kind.MENDED)
                .filter(decision -> there.stream().noneMatch(row -> row.isAt(decision.row())))
                .map(decision -> ReviewedRow.of(decision.row(), Optional.of(decision)));
        return Stream.concat(inside, gone).toList();
    }

    private List<QuarantineRow> there(LocalDate businessDate) {
        List<QuarantineRow> rows = setAside.of(businessDate);
        Stream<QuarantineRow> products = published.ofVendors(businessDate).stream()
                .filter(product -> rows.stream().noneMatch(row -> row.isAt(product)));
        return Stream.concat(rows.stream(), products).toList();
    }
}
