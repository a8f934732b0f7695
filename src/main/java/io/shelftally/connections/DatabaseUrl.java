package io.shelftally.connections;

/** A JDBC URL, which may hold a password. */
public final class DatabaseUrl {

    private DatabaseUrl() {}

    /** As messages name the database: as far as no parameters and no credentials stand there. */
    public static String name(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }
}
