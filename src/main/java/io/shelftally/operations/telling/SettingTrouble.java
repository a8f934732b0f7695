package io.shelftally.operations.telling;

/** Why a setting cannot be used. */
public final class SettingTrouble {

    private SettingTrouble() {}

    /** In our own words; those of the framework may hold the value, which may be a secret. */
    public static String reason(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("shelftally.")) {
                return message;
            }
        }
        return "a setting cannot be used; jobs/shelftally doctor says which";
    }
}
