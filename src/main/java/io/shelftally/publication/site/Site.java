package io.shelftally.publication.site;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Tiles;
import io.shelftally.publication.pages.TrendChart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All pages over the nights. They are a function of what they are given: no time of day stands in them, so that the same nights
 * give the same bytes.
 */
public final class Site {

    /** The page that stands above the site's own folder, beside the dates. */
    public static final String ABOVE = "above.html";

    private static final int LAST_NIGHTS = 14;

    private final Nights nights;
    private final List<Store> stores;
    private final NightPages nightPages;
    private final StorePages storePages;

    public Site(Nights nights, Stores stores) {
        this.nights = nights;
        this.stores = stores.list();
        this.nightPages = new NightPages(nights);
        this.storePages = new StorePages(nights, this.stores);
    }

    /** Every file, whose text is made when it is asked for, by any thread. */
    public List<SiteFile> files() {
        List<SiteFile> files = new ArrayList<>();
        files.add(new SiteFile(Topic.STYLE, () -> Frame.css() + css()));
        files.add(new SiteFile(ABOVE, () -> overview(Place.ABOVE)));
        files.add(new SiteFile(Topic.OVERVIEW.file(), () -> overview(Place.INSIDE)));
        files.add(new SiteFile(Topic.NIGHTS.file(), nightPages::nights));
        files.add(new SiteFile(Topic.TRENDS.file(), nightPages::trends));
        files.add(new SiteFile(Topic.SET_ASIDE.file(), nightPages::setAside));
        files.add(new SiteFile(Topic.STORES.file(), storePages::all));
        stores.forEach(store -> files.add(new SiteFile(StorePages.FOLDER + store.file(), () -> storePages.one(store))));
        return files;
    }

    private String overview(Place place) {
        return Topic.OVERVIEW.page(
                place,
                "Over the nights",
                nightPages.span(),
                tonight() + trends() + storePages.worst(place) + lastNights(place));
    }

    private String tonight() {
        KeptNight night = nights.latest();
        KeptNight.Share confirmed = night.confirmed();
        KeptNight.Share scans = night.scans(ScanOutcome.REPORTED);
        KeptNight.Share captures = night.captures(CaptureOutcome.RECONCILED);
        return Tiles.of(
                Tiles.tile("Open breaks", night.breaks("OPEN"), "on " + night.businessDate()),
                Tiles.tile(
                        "Confirmed",
                        Figures.percent(confirmed.part(), confirmed.whole()),
                        "of " + Figures.number(confirmed.whole()) + " captured products"),
                Tiles.tile(
                        "Contradicted", night.contradicted(), "of " + Figures.number(night.products()) + " products"),
                Tiles.tile("Scans reported", scans.part(), "of " + Figures.number(scans.whole())),
                Tiles.tile("Captures reconciled", captures.part(), "of " + Figures.number(captures.whole())),
                Tiles.tile("Set aside", night.setAside(), "rows and answers"));
    }

    /** The table below them has the same figures of the last nights, that of the nights all of them. */
    private String trends() {
        return Frame.section(
                "Night by night",
                "",
                TrendChart.several(
                        nights.span(),
                        List.of(
                                nights.shares(
                                        "Confirmed",
                                        "of the captured products that a report can be compared with",
                                        night -> Optional.of(night.confirmed())),
                                nights.counts("Breaks open", "at the end of the night", night -> night.breaks("OPEN")),
                                nights.counts(
                                        "Scans reported",
                                        "whose reports were read",
                                        night -> night.scans(ScanOutcome.REPORTED)
                                                .part()),
                                nights.counts("Set aside", "rows and answers", KeptNight::setAside))));
    }

    private String lastNights(Place place) {
        return Frame.section(
                "The last nights",
                "A date leads to the report of its night. All of them: "
                        + Html.link(place.page(Topic.NIGHTS.file()), "Nights") + ".",
                nightPages.figures(place, LAST_NIGHTS));
    }

    private static String css() {
        try (InputStream css = Objects.requireNonNull(Site.class.getResourceAsStream("site.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
