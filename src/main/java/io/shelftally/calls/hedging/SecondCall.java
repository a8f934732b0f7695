package io.shelftally.calls.hedging;

/** How a second call ended. */
public enum SecondCall {
    /** Its whole answer came first. */
    WON,
    /** It was late, too. */
    LATE,
    /** The first call's answer came shortly after it was begun: of it nothing is known. */
    NEEDLESS
}
