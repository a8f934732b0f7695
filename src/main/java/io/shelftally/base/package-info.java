/**
 * What anything may use and what uses nothing: text as every database and file can hold it, long lists in portions, work on several
 * things at once, SHA-256 in one place, what a line of the log is about, the host's clock and name, which database it is, the named
 * places where a test ends or pauses the process. No rule of the field, no SQL, no HTTP. Begin with {@code failpoint.Failpoint}: its
 * names are the moments that matter.
 */
@NullMarked
package io.shelftally.base;

import org.jspecify.annotations.NullMarked;
