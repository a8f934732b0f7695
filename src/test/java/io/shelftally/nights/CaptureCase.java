package io.shelftally.nights;

/**
 * One capture that Closient treats in one way, and where it must end.
 *
 * @param world fields of the capture's form
 * @param status as published; empty for none
 * @param retries the counted ones
 * @param posts the retries that were sent
 */
record CaptureCase(String name, String world, String outcome, String status, int retries, int posts) {

    static CaptureCase of(String name, String world, String outcome, String status) {
        return new CaptureCase(name, world, outcome, status, 0, 0);
    }

    CaptureCase says(String published) {
        return new CaptureCase(name, world, outcome, published, retries, posts);
    }

    CaptureCase retried(int counted, int sent) {
        return new CaptureCase(name, world, outcome, status, counted, sent);
    }

    String id() {
        return Ids.id(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
