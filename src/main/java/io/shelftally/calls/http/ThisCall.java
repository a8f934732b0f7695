package io.shelftally.calls.http;

import java.util.function.BooleanSupplier;

/** The call that a thread makes for somebody, who is told right before it is sent, and may not want it any more. */
public final class ThisCall {

    private static final ThreadLocal<BooleanSupplier> OWNER = new ThreadLocal<>();

    private ThisCall() {}

    /** From now on this thread's calls are the owner's, who says whether one may be sent. */
    public static void isOf(BooleanSupplier owner) {
        OWNER.set(owner);
    }

    /** This thread's calls are nobody's. */
    public static void isOver() {
        OWNER.remove();
    }

    /** It is about to be sent; whether it may be. */
    public static boolean maySend() {
        BooleanSupplier owner = OWNER.get();
        return owner == null || owner.getAsBoolean();
    }
}
