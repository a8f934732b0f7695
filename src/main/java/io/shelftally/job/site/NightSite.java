package io.shelftally.job.site;

import io.shelftally.job.output.LeasedRight;
import io.shelftally.job.output.ResultTables;
import io.shelftally.publication.publishing.PublishedSite;
import io.shelftally.publication.publishing.SitePublisher;
import io.shelftally.publication.site.KeptNight;
import io.shelftally.publication.site.Nights;
import io.shelftally.publication.site.Site;
import io.shelftally.publication.site.StoreScans;
import io.shelftally.publication.site.Stores;
import io.shelftally.publication.tables.ExportVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the site over the nights from the database, under the lease; it changes nothing there. */
@Component
public class NightSite {

    /** Nights of so many days up to the latest one are shown: a year. */
    private static final int DAYS = 366;

    private final KeptNights kept;
    private final ResultTables results;
    private final JdbcClient client;
    private final LeasedRight right;

    NightSite(KeptNights kept, ResultTables results, JdbcClient client, LeasedRight right) {
        this.kept = kept;
        this.results = results;
        this.client = client;
        this.right = right;
    }

    /** The site that was made; empty if no night is published. */
    public Optional<PublishedSite> make(Path out) {
        return latest().map(latest -> {
            List<KeptNight> nights = kept.between(latest.businessDate().minusDays(DAYS - 1), latest.businessDate());
            Site site = new Site(new Nights(nights, reports(nights, out)), stores(latest));
            return new SitePublisher(out, right).publish(site);
        });
    }

    /** A run that was killed between the two may have shown a night whose figures are not kept yet. */
    private Optional<ExportVersion> latest() {
        return client.sql("""
                        SELECT MAX(published_date) FROM export_version
                        WHERE published_date IN (SELECT business_date FROM night_count)
                        """)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .flatMap(results.versions()::current);
    }

    private static Set<LocalDate> reports(List<KeptNight> nights, Path out) {
        return nights.stream()
                .map(KeptNight::businessDate)
                .filter(date -> Files.isRegularFile(out.resolve(date.toString()).resolve("report.html")))
                .collect(Collectors.toSet());
    }

    private Stores stores(ExportVersion latest) {
        Stores stores = new Stores(latest.businessDate());
        client.sql("""
                        SELECT store_id, COUNT(*), COUNT(CASE WHEN outcome = 'REPORTED' THEN 1 END),
                            COALESCE(SUM(captured_count), 0), COALESCE(SUM(confirmed_count), 0),
                            COALESCE(SUM(break_count), 0)
                        FROM scan_row WHERE export_id = :id GROUP BY store_id
                        """)
                .param("id", latest.exportId())
                .query((row, number) -> new StoreScans(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list()
                .forEach(stores::add);
        results.breaks().forEach(latest.exportId(), stores::add);
        return stores;
    }
}
