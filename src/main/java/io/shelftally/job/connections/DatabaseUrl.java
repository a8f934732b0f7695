package io.shelftally.job.connections;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC URL, which may hold a password. */
public final class DatabaseUrl {

    /** What is wrong with a URL that no driver takes, after the name of its setting. */
    public static final String NAMES_NONE = "names no database that this job can use: it must begin with jdbc:, such as"
            + " jdbc:h2:file:/srv/shelftally/database or jdbc:postgresql://host/database";

    private static final Pattern URL = Pattern.compile("jdbc:[^\"\\s]+");

    private DatabaseUrl() {}

    /** As messages name the database: as far as no parameters and no credentials stand there. */
    public static String name(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** A text with each URL in it as messages name the database. */
    public static String named(String text) {
        return URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(name(url.group())));
    }

    /** Whether there is a driver for it. */
    public static boolean isKnown(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException none) {
            return false;
        }
    }

    public static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }
}
