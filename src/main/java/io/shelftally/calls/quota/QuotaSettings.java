package io.shelftally.calls.quota;

/**
 * The calls that an API key allows; the vendor's own word can only lower them.
 *
 * @param perMinute in any 60 seconds; 0 is no limit of ours
 * @param perDay in any 24 hours; 0 is no limit of ours
 * @param reserve the share of the day that is left to the key's other users, from 0 to less than 1
 */
public record QuotaSettings(int perMinute, int perDay, double reserve) {

    private static final int SECONDS = 60;

    public QuotaSettings {
        requireNotNegative("per-minute", perMinute);
        requireNotNegative("per-day", perDay);
        if (!(reserve >= 0 && reserve < 1)) {
            throw new IllegalArgumentException("reserve must be from 0 to less than 1, not " + reserve);
        }
    }

    /**
     * The calls of one block: where several processes share the key, no more than it may make in a second, so that none takes
     * what others are waiting for, nor dies with much that it has not sent.
     */
    public int block(int wanted, int sharers) {
        return sharers == 1 || perMinute == 0 ? wanted : Math.min(wanted, Math.max(1, perMinute / SECONDS));
    }

    private static void requireNotNegative(String name, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(name + " must be 0 (no limit) or more, not " + limit);
        }
    }
}
