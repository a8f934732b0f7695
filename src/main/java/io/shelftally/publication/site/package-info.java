/** The site over the nights: static pages of figures, trends, stores and breaks, made from what the database keeps. */
@NullMarked
package io.shelftally.publication.site;

import org.jspecify.annotations.NullMarked;
