package io.shelftally.publication.site;

import java.util.function.Supplier;

/**
 * A file of the site.
 *
 * @param name below the site's folder
 */
public record SiteFile(String name, Supplier<String> text) {}
