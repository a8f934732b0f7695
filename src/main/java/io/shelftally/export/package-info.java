/** The files for analysts: CSV, descriptor, checksums, report page, published atomically. */
@NullMarked
package io.shelftally.export;

import org.jspecify.annotations.NullMarked;
