package io.shelftally.night.captures;

/** The two calls about a capture. */
interface CaptureCalls {

    CaptureAnswer read(String captureId) throws InterruptedException;

    /** Not idempotent: see {@link CaptureMachine}. */
    CaptureAnswer retry(String captureId) throws InterruptedException;
}
