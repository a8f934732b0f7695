package io.shelftally.nights;

/**
 * One scan that Pensa treats in one way, and where it must end.
 *
 * @param world fields of the scan's form; empty for a scan that Pensa does not know
 */
record ScanCase(long id, String name, String world, String outcome) {

    @Override
    public String toString() {
        return name;
    }
}
