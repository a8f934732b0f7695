package io.shelftally.operations.abandonment;

import io.shelftally.job.output.LeasedRight;
import io.shelftally.operations.deletion.Deleted;
import io.shelftally.operations.deletion.DeletionWrites;
import io.shelftally.publication.publishing.OldNights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that a night made and that no link led to, where Batch says that its runs were to publish. */
@Repository
class UnshownFiles {

    private final JdbcClient client;
    private final DeletionWrites writes;
    private final LeasedRight right;

    UnshownFiles(JdbcClient client, DeletionWrites writes, LeasedRight right) {
        this.client = client;
        this.writes = writes;
        this.right = right;
    }

    /** What goes, by place. */
    Map<Path, Deleted.Files> delete(LocalDate night) {
        Map<Path, Deleted.Files> gone = new TreeMap<>();
        for (Path place : places(night)) {
            OldNights nights = new OldNights(place, right);
            if (nights.isUnshown(night)) {
                long bytes = nights.bytes(night);
                if (bytes > 0) {
                    gone.put(place, new Deleted.Files(List.of(night), bytes));
                }
                if (!writes.isDryRun()) {
                    nights.clear();
                    nights.remove(night);
                }
            }
        }
        return gone;
    }

    /** A relative one is that of the folder in which nightly was started, which is not known. */
    private List<Path> places(LocalDate night) {
        return client.sql("""
                        SELECT DISTINCT o.parameter_value FROM batch_job_execution_params o
                        JOIN batch_job_execution_params d ON d.job_execution_id = o.job_execution_id
                        WHERE d.parameter_name = 'businessDate' AND d.parameter_value = :night
                            AND o.parameter_name = 'out'
                        """).param("night", night.toString()).query(String.class).stream()
                .map(Path::of)
                .filter(Path::isAbsolute)
                .filter(Files::isDirectory)
                .toList();
    }
}
