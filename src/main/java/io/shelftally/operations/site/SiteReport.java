package io.shelftally.operations.site;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.publication.publishing.PublishedSite;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was made. */
record SiteReport(PublishedSite site) implements Answer {

    @Override
    public String text(Style style) {
        return String.format(
                Locale.ROOT,
                "%s: %s, %d files, %d bytes\n",
                site.isNew() ? "made" : "nothing new",
                site.index(),
                site.files(),
                site.bytes());
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", site.index().toString());
        json.put("files", site.files());
        json.put("bytes", site.bytes());
        json.put("new", site.isNew());
        return json;
    }
}
