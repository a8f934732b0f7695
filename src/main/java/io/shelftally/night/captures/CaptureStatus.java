package io.shelftally.night.captures;

/** The statuses that decide what becomes of a capture, in any case; any other word is one that is not settled. */
final class CaptureStatus {

    private CaptureStatus() {}

    static boolean isSettled(String status) {
        return status.equalsIgnoreCase("COMPLETED") || status.equalsIgnoreCase("NOT_FOUND");
    }

    static boolean isFailed(String status) {
        return status.equalsIgnoreCase("FAILED");
    }
}
