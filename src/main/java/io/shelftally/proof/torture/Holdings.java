package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.tenures.Comer;
import io.shelftally.proof.tenures.Tenure;
import io.shelftally.proof.tenures.TenureLog;
import io.shelftally.proof.tenures.Tenures;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which calls a process might make: those about items of parts of the night that it had in hand when they came. */
final class Holdings {

    /** A call is on its way for a moment, and waits at the vendors if they are busy. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Tenures tenures;
    private final List<Comer> comers;
    private final Map<String, String> parts;

    /** @param parts by item, in the words in which tasks end */
    Holdings(Tenures tenures, List<Comer> comers, Map<String, String> parts) {
        this.tenures = tenures;
        this.comers = List.copyOf(comers);
        this.parts = Map.copyOf(parts);
    }

    static Holdings of(TenureLog log, JdbcClient client) {
        Map<String, String> parts = new HashMap<>();
        client.sql("""
                        SELECT capture_id AS id, 'captures ' || bucket AS part FROM capture_item
                        UNION ALL SELECT CAST(scan_id AS VARCHAR), 'scans ' || bucket FROM scan_item
                        """)
                .query((row, number) -> parts.put(row.getString("id"), row.getString("part")))
                .list();
        return new Holdings(log.tenures(), log.comers(), parts);
    }

    /**
     * Calls about no item, such as for a token, are anybody's.
     *
     * @param isManager who calls too while no worker is there, without any task, as a run does that is alone
     */
    boolean allow(long pid, boolean isManager, JournalEntry call) {
        List<String> names = comers.stream()
                .filter(comer -> comer.pid() == pid)
                .map(Comer::name)
                .toList();
        return call.ids().stream().allMatch(id -> {
            List<String> holders = holders(id, call);
            return (isManager && holders.isEmpty()) || holders.stream().anyMatch(names::contains);
        });
    }

    private List<String> holders(String id, JournalEntry call) {
        String part = " " + parts.getOrDefault(id, "no part");
        return tenures.all().stream()
                .filter(tenure -> tenure.task().startsWith("collect ")
                        && tenure.task().endsWith(part)
                        && tenure.isAt(call.time(), SLACK))
                .map(Tenure::holder)
                .toList();
    }
}
