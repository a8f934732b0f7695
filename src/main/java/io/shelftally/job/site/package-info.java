/** The site over the nights: what is kept of each night for it, and its making. */
@NullMarked
package io.shelftally.job.site;

import org.jspecify.annotations.NullMarked;
