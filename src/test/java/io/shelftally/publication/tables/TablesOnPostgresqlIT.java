package io.shelftally.publication.tables;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The tables behind the views on PostgreSQL. */
@OnPostgresql
class TablesOnPostgresqlIT {

    @Nested
    class Rows extends StoredRowsIT {}

    @Nested
    class Items extends ReconciledRowsIT {}

    @Nested
    class Before extends RowsOfBeforeIT {}

    @Nested
    class Texts extends ProductTextsIT {}

    @Nested
    class Versions extends ExportVersionsIT {}

    @Nested
    class Guarded extends GuardedTransactionsIT {}

    @Nested
    class Dictionary extends DataDictionaryIT {}
}
