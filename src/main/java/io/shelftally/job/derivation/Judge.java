package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.MatchMethod;
import java.util.Objects;
import java.util.Optional;

/** Decides by one set of rules what stored answers say. */
public final class Judge {

    private final Rules rules;
    private final Links links;
    private final ScanJudge scans;
    private final CaptureJudge captures;

    public Judge(Rules rules, Links links) {
        this.rules = rules;
        this.links = links;
        this.scans = new ScanJudge(rules);
        this.captures = new CaptureJudge(rules);
    }

    public Rules rules() {
        return rules;
    }

    public Links links() {
        return links;
    }

    /** The vendors' times that could not be read so far. */
    public long unreadableTimes() {
        return scans.unreadableTimes() + captures.unreadableTimes();
    }

    /** Empty if the night does not deal with the scan by these links. */
    public Optional<ScanFindings> scan(ScanAnswers answers) {
        return Optional.ofNullable(answers.captures().get(links)).map(linked -> scans.judge(answers, linked));
    }

    /**
     * Where the capture stands.
     *
     * @param match how it matched a product of its scan, if it did
     */
    public CaptureFindings capture(CaptureAnswers answers, Optional<MatchMethod> match) {
        return captures.judge(answers, Objects.requireNonNull(answers.links().get(links)), match);
    }
}
