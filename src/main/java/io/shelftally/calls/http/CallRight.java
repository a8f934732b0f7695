package io.shelftally.calls.http;

/** Whether this process may call a vendor now: another run may have taken its place. */
@FunctionalInterface
public interface CallRight {

    /** Lets every call through. */
    CallRight ALWAYS = () -> {};

    /** Returns when the call may be sent at once; throws if it never may. */
    void await() throws InterruptedException;
}
