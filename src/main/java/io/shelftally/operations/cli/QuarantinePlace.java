package io.shelftally.operations.cli;

import java.time.LocalDate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that name one row in quarantine. */
final class QuarantinePlace {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "The business date on which it was set aside.")
    private LocalDate date;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "Such as captures.csv, as quarantine list shows it.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "POSITION", description = "Such as 29, as quarantine list shows it.")
    private String position = "";

    LocalDate date() {
        return date;
    }

    String source() {
        return source;
    }

    String position() {
        return position;
    }
}
