/** The files of a night, written and described: CSV, its Data Package, and hashes of the bytes. */
@NullMarked
package io.shelftally.publication.export;

import org.jspecify.annotations.NullMarked;
