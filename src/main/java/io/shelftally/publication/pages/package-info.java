/** Pages for people: their frame, style, tables, charts and words, for the report of a night and for the site over the nights. */
@NullMarked
package io.shelftally.publication.pages;

import org.jspecify.annotations.NullMarked;
