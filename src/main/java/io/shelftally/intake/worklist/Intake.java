package io.shelftally.intake.worklist;

import io.shelftally.intake.rows.Quoted;
import io.shelftally.intake.rows.UnreadableRowsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reads the night's work list and judges its rows (docs/rules.md, "Quarantine codes").
 *
 * <p>A list comes from the file that the request names, else from the query of the settings, else it is empty; a night
 * with neither list is refused. Nothing is written: what is set aside is handed back with the rest.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final IntakeSettings settings;
    private final DataSource jobDatabase;

    /** Asks the job's own database where the settings name no other. */
    public Intake(IntakeSettings settings, DataSource jobDatabase) {
        this.settings = settings;
        this.jobDatabase = jobDatabase;
    }

    /**
     * Reads both lists.
     *
     * @throws BadInputException if a list breaks its contract as a whole, or there is none
     */
    public WorkList read(IntakeRequest request) {
        boolean allowEmpty = request.allowEmpty();
        Optional<Input> captures = input("captures", request.captures(), settings.capturesSql(), allowEmpty);
        Optional<Input> scans = input("scans", request.scans(), settings.scansSql(), allowEmpty);
        if (captures.isEmpty() && scans.isEmpty() && !allowEmpty) {
            throw new BadInputException("There is no work list: neither captures nor scans are named.\n"
                    + "Name a file with --captures or --scans, or set shelftally.intake.captures-sql or .scans-sql.");
        }
        return joined(
                read(new CaptureRules(settings.uuidIds()), captures, allowEmpty),
                read(new ScanRules(), scans, allowEmpty));
    }

    private Optional<Input> input(String list, @Nullable Path file, @Nullable String sql, boolean allowEmpty) {
        if (file == null) {
            return Optional.ofNullable(sql).map(query -> Input.query(list, query, database(), settings.limits()));
        }
        if (!Files.notExists(file)) {
            return Optional.of(Input.file(list, file, settings.limits()));
        }
        String place = Quoted.plain(file.toString());
        if (!allowEmpty) {
            throw new BadInputException(place + ": there is no such file.\nName the list with --" + list
                    + ", or add --allow-empty to run without it.");
        }
        LOG.warn("{}: there is no such file; the list is taken as empty", place);
        return Optional.empty();
    }

    private DataSource database() {
        String url = settings.url();
        if (url == null) {
            return jobDatabase;
        }
        DriverManagerDataSource own = new DriverManagerDataSource(url);
        own.setUsername(settings.username());
        own.setPassword(settings.password());
        return own;
    }

    private <E> ListReading<E> read(ListRules<E> rules, Optional<Input> input, boolean allowEmpty) {
        if (input.isEmpty()) {
            return ListReading.none();
        }
        try {
            RowReader<E> reader = new RowReader<>(rules, input.get());
            String sha256 = input.get().rows().read(rules.columns(), reader::accept);
            ListReading<E> reading = reader.reading(sha256);
            new Soundness(input.get(), settings.maxBadShare(), allowEmpty).check(reading);
            return reading;
        } catch (UnreadableRowsException e) {
            throw new BadInputException(e.getMessage());
        }
    }

    private static WorkList joined(ListReading<CaptureEntry> captures, ListReading<ScanEntry> scans) {
        return new WorkList(
                captures.entries(),
                scans.entries(),
                Stream.concat(captures.quarantine().stream(), scans.quarantine().stream())
                        .toList(),
                Stream.concat(captures.source().stream(), scans.source().stream())
                        .toList());
    }
}
