package io.shelftally.publication.site;

import java.time.LocalDate;

/** Where a page stands, from which its links lead: all are relative, so that the whole can be put anywhere. */
enum Place {
    /** The page that stands beside the dates. */
    ABOVE("site/", ""),
    INSIDE("", "../"),
    STORES("../", "../../");

    private final String toSite;
    private final String toDates;

    Place(String toSite, String toDates) {
        this.toSite = toSite;
        this.toDates = toDates;
    }

    /** @param name below the site's folder */
    String page(String name) {
        return this == ABOVE && name.equals(Topic.OVERVIEW.file()) ? name : toSite + name;
    }

    /** A file of a night. */
    String file(LocalDate night, String name) {
        return toDates + night + "/" + name;
    }
}
