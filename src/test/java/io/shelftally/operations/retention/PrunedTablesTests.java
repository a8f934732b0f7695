package io.shelftally.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.run.NightDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What pruning knows of the tables: a new table, and a new reference to what is pruned, must be thought of here. */
class PrunedTablesTests {

    private static final List<String> PRUNED = List.of(
            "batch_job_execution",
            "batch_job_execution_context",
            "batch_job_execution_params",
            "batch_job_instance",
            "batch_step_execution",
            "batch_step_execution_context",
            "break_row",
            "call_count",
            "capture_item",
            "capture_row",
            "evidence",
            "evidence_body",
            "export_version",
            "product_text",
            "quarantine_row",
            "reconciled_item_row",
            "reconciled_block",
            "run",
            "scan_item",
            "scan_row",
            "set_aside",
            "set_aside_header",
            "unknown_product_row",
            "quarantine_decision",
            "night_input",
            "night_rerun",
            "collection",
            "run_worker");

    /** The quota, the lease, the engine and who calls now are of no night; a guid finds the scan of a late capture; a published night is a date, and
     * figures; shares are of an export that is being built, and end with it; a position
     * is a number. */
    private static final List<String> KEPT = List.of(
            "flyway_schema_history",
            "published_night",
            "quota_ledger",
            "quota_slot",
            "quota_window",
            "run_lease",
            "scan_guid",
            "night_count",
            "scheduled_tasks",
            "engine_member",
            "call_share",
            "night_share",
            "share_page",
            "share_place",
            "share_sighting",
            "block_position");

    /** The hashes of a descriptor and of a work list are of files. */
    private static final List<String> REFERENCES = List.of(
            "capture_item.answer_sha256",
            "capture_item.error_sha256",
            "export_version.descriptor_sha256",
            "evidence.sha256",
            "evidence_body.sha256",
            "night_input.sha256",
            "product_text.text_id",
            "reconciled_item_row.text_id",
            "scan_item.report_sha256",
            "scan_item.status_sha256");

    @Test
    void everyTableIsPrunedOrKeptOnPurpose() {
        try (NightDatabase database = new NightDatabase()) {
            List<String> tables = database.rows("""
                    SELECT table_name FROM information_schema.tables
                    WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'
                    """);

            assertThat(tables.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .as("let a new table be pruned in retention, or add it to those that are kept, with the reason")
                    .containsAll(PRUNED)
                    .containsAll(KEPT)
                    .allMatch(name -> PRUNED.contains(name) || KEPT.contains(name));
        }
    }

    @Test
    void everyReferenceToEvidenceAndToTextsIsKnown() {
        try (NightDatabase database = new NightDatabase()) {
            List<String> references = database.rows("""
                    SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
                    JOIN information_schema.tables t
                        ON t.table_name = c.table_name AND t.table_schema = c.table_schema
                    WHERE c.table_schema = 'PUBLIC' AND t.table_type = 'BASE TABLE'
                        AND (c.column_name LIKE '%SHA256%' OR c.column_name = 'TEXT_ID')
                    """);

            assertThat(references.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .as("teach EvidenceDeletion.referredTo, or OldTexts, of a new reference")
                    .containsExactlyInAnyOrderElementsOf(REFERENCES);
        }
    }
}
