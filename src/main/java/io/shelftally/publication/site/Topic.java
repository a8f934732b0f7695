package io.shelftally.publication.site;

import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Markup;

/** What the site is about; each has a page that all others link to. */
enum Topic {
    OVERVIEW("Overview", "index.html"),
    NIGHTS("Nights", "nights.html"),
    TRENDS("Trends", "trends.html"),
    SET_ASIDE("Set aside", "quarantine.html"),
    STORES("Stores", "stores.html");

    static final String STYLE = "site.css";

    private final String words;
    private final String file;

    Topic(String words, String file) {
        this.words = words;
        this.file = file;
    }

    String file() {
        return file;
    }

    /** The topic's own page. */
    String page(Place place, String title, String lead, String content) {
        return page(place, title, lead, content, "page");
    }

    /** A page that belongs to the topic. */
    String below(Place place, String title, String lead, String content) {
        return page(place, title, lead, content, "true");
    }

    /** The title is text, lead and content are markup. */
    private String page(Place place, String title, String lead, String content, String current) {
        StringBuilder links = new StringBuilder();
        for (Topic topic : values()) {
            links.append(Markup.of(
                    "<li><a href=\"%s\"%s>%s</a></li>\n",
                    place.page(topic.file), topic == this ? " aria-current=\"" + current + "\"" : "", topic.words));
        }
        String header = "<h1>" + Html.escape(title) + "</h1>\n<p>" + lead + "</p>\n<nav aria-label=\"Pages\"><ul>\n"
                + links + "</ul></nav>\n";
        return Frame.sharing(place.page(STYLE), "ShelfTally: " + title, header, content);
    }
}
