package io.shelftally.night.items;

import java.time.LocalDate;

/**
 * Items of a night that are called about together: all of them, or those of one bucket, which the database computes from
 * their ids.
 *
 * @param bucket from 0; {@link #ALL} for all of them
 */
public record Part(LocalDate businessDate, int bucket) {

    public static final int ALL = -1;

    public static Part whole(LocalDate businessDate) {
        return new Part(businessDate, ALL);
    }

    public boolean isWhole() {
        return bucket == ALL;
    }
}
