package io.shelftally.publication.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** How long ago a break was opened, by calendar days before the latest night. */
enum Age {
    TONIGHT("Tonight", 1),
    DAYS("1 to 6 days", 7),
    WEEKS("7 to 29 days", 30),
    MONTHS("30 days and more", Long.MAX_VALUE);

    private final String words;
    private final long below;

    Age(String words, long below) {
        this.words = words;
        this.below = below;
    }

    static Age of(LocalDate openedOn, LocalDate night) {
        long days = ChronoUnit.DAYS.between(openedOn, night);
        return Stream.of(values()).filter(age -> days < age.below).findFirst().orElse(MONTHS);
    }

    String words() {
        return words;
    }
}
