package io.shelftally.night.items;

import io.shelftally.database.OnPostgresql;

@OnPostgresql
class BucketsOnPostgresqlIT extends BucketsTests {}
