package io.shelftally.calls.window;

/**
 * What one process has of a vendor's places.
 *
 * @param places that no other process may take
 * @param all places that there are for all processes, as this one has found or been told
 * @param refused the calls that the vendor refused since the process began, because there were too many
 */
record ShareRow(String holder, int places, int all, long refused) {}
