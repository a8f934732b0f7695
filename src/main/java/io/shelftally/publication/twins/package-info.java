/** A dataset once more in other formats, typed, for those who analyse it: Parquet and spreadsheets. */
@NullMarked
package io.shelftally.publication.twins;

import org.jspecify.annotations.NullMarked;
