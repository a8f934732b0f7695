package io.shelftally.job.workers;

import io.shelftally.engine.Member;
import io.shelftally.engine.Members;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workers of a run at a moment, in words for its line of progress. Few are told one by one; of many, what they do together,
 * and the one that does least, for it may be in trouble.
 *
 * @param live those that are there, but for the run's own process
 * @param silent those that fell silent a short while ago
 * @param isHelped whether the run's own process works, too
 */
record Crew(List<Member> live, List<Member> silent, boolean isHelped) {

    private static final int FEW = 3;

    /** Whoever is silent for longer is forgotten. */
    private static final Duration SHORT_WHILE = Duration.ofMinutes(10);

    /** @param own the name of the run's own process */
    static Crew of(List<Member> all, String own) {
        List<Member> workers = all.stream()
                .filter(member -> member.kinds().contains(CollectTask.KIND)
                        && !member.name().equals(own))
                .toList();
        return new Crew(
                workers.stream().filter(Members::isLive).toList(),
                workers.stream()
                        .filter(one -> !Members.isLive(one) && one.silence().compareTo(SHORT_WHILE) < 0)
                        .toList(),
                all.stream().anyMatch(member -> member.name().equals(own)));
    }

    /** Such as {@code 2 workers: web1 312/min on 4 parts, web2 298/min on 3 parts}. */
    String words() {
        String doing = live.size() <= FEW
                ? live.stream().map(this::doing).collect(Collectors.joining(", "))
                : together() + ", least " + doing(live.stream().min(least()).orElseThrow());
        return Stream.of(
                        number() + (doing.isEmpty() ? "" : ": " + doing),
                        silentWords(),
                        isHelped ? "this process works" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code 2 workers}. */
    String number() {
        return live.isEmpty() ? "no worker" : live.size() == 1 ? "1 worker" : live.size() + " workers";
    }

    private String together() {
        return live.stream().mapToLong(Member::perMinute).sum() + "/min on "
                + parts(live.stream().mapToInt(one -> one.running().size()).sum());
    }

    private static Comparator<Member> least() {
        return Comparator.comparingLong(Member::perMinute).thenComparing(Member::name);
    }

    private String doing(Member member) {
        int parts = member.running().size();
        return name(member) + (parts == 0 ? " waits" : " " + member.perMinute() + "/min on " + parts(parts));
    }

    private String silentWords() {
        return silent.size() > FEW
                ? silent.size() + " silent"
                : silent.stream()
                        .map(one -> name(one) + " silent for " + one.silence().toSeconds() + " s")
                        .collect(Collectors.joining(", "));
    }

    /** Its host, where that tells it from the others. */
    private String name(Member member) {
        boolean isAlone = Stream.concat(live.stream(), silent.stream())
                        .filter(one -> one.host().equals(member.host()))
                        .count()
                == 1;
        return isAlone ? member.host() : member.host() + ":" + member.pid();
    }

    private static String parts(int number) {
        return number == 1 ? "1 part" : number + " parts";
    }
}
