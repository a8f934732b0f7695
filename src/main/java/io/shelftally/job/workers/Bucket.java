package io.shelftally.job.workers;

import io.shelftally.night.items.Part;
import java.time.LocalDate;

/** The items of a night and lane that one process works on at a time, as a task of the engine names them. */
record Bucket(LocalDate businessDate, LaneName lane, int number) {

    /** The lanes, by their names in tasks. */
    enum LaneName {
        SCANS("scans"),
        CAPTURES("captures");

        private final String word;

        LaneName(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static LaneName of(String word) {
            return SCANS.word.equals(word) ? SCANS : CAPTURES;
        }
    }

    /** Reads what {@link #instance()} wrote. */
    static Bucket of(String instance) {
        String[] words = instance.split(" ", -1);
        return new Bucket(LocalDate.parse(words[0]), LaneName.of(words[1]), Integer.parseInt(words[2]));
    }

    /** Such as {@code 2026-11-21 scans 17}: the same in every run, so that a bucket is never two tasks. */
    String instance() {
        return instances(businessDate) + lane.word() + " " + number;
    }

    /** How the instances of a night begin. */
    static String instances(LocalDate businessDate) {
        return businessDate + " ";
    }

    Part part() {
        return new Part(businessDate, number);
    }
}
