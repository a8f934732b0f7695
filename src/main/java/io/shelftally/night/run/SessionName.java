package io.shelftally.night.run;

/** What the sessions of this process are called where the database can name them, so that a takeover can end them. */
public final class SessionName {

    private SessionName() {}

    public static String ofThisProcess() {
        return Holder.current().sessionName();
    }
}
