/** What a night came to: its figures, and the page that shows them to a person. */
@NullMarked
package io.shelftally.publication.report;

import org.jspecify.annotations.NullMarked;
