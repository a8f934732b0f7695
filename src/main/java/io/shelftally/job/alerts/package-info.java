/** Thresholds of an operator's own: what a night is measured by once it may be published, tonight and against the nights before. */
@NullMarked
package io.shelftally.job.alerts;

import org.jspecify.annotations.NullMarked;
