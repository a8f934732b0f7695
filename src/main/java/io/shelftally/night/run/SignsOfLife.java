package io.shelftally.night.run;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody seems to be at work, as the lease tells at one look; for those who only read. */
@Component
public class SignsOfLife {

    private final LeaseTable table;
    private final RunSettings settings;

    public SignsOfLife(JdbcClient client, RunSettings settings) {
        this.table = new LeaseTable(client);
        this.settings = settings;
    }

    /** Whether the lease is held for the date by a process that lives here, or was heard of while its lease lasted. */
    public boolean isAtWork(LocalDate businessDate) {
        return table.find()
                .filter(LeaseRow::isHeld)
                .filter(row -> row.businessDate().equals(businessDate))
                .filter(row -> row.silent().compareTo(settings.lease()) < 0)
                .filter(row -> row.holder().isAliveHere().orElse(true))
                .isPresent();
    }
}
