package io.shelftally.night.items;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stores that captures and scans of nights name. */
@Repository
public class NightStores {

    private final JdbcClient client;

    public NightStores(JdbcClient client) {
        this.client = client;
    }

    /** Those of the nights from one date to another, both included. */
    public Set<String> of(LocalDate from, LocalDate to) {
        return Set.copyOf(client.sql("""
                        SELECT store_id FROM scan_item
                        WHERE business_date BETWEEN :from AND :to AND store_id IS NOT NULL
                        UNION
                        SELECT store_id FROM capture_item
                        WHERE business_date BETWEEN :from AND :to AND store_id IS NOT NULL
                        """)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list());
    }
}
