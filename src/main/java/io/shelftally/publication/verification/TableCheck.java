package io.shelftally.publication.verification;

import io.shelftally.intake.rows.Quoted;
import io.shelftally.publication.verification.Finding.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a CSV file once, and checks its header, its cells and the order of its rows against the descriptor. */
final class TableCheck {

    private final Resource resource;
    private final boolean spreadsheetSafe;
    private final Findings findings;
    private final KeyOrder order;
    private long rows;

    TableCheck(Resource resource, boolean spreadsheetSafe, Findings findings) {
        this.resource = resource;
        this.spreadsheetSafe = spreadsheetSafe;
        this.findings = findings;
        this.order = new KeyOrder(resource, spreadsheetSafe);
    }

    FileFacts check(Path file, Rows further) throws IOException {
        try (CsvReader csv = new CsvReader(Files.newInputStream(file))) {
            boolean isWhole = readAll(csv, further);
            csv.drain();
            return new FileFacts(resource.path(), isWhole ? rows : -1, csv.bytes(), csv.sha256());
        }
    }

    private boolean readAll(CsvReader csv, Rows further) throws IOException {
        try {
            return hasHeader(csv) && readRows(csv, further);
        } catch (CsvFault fault) {
            wrong(Part.ROWS, fault.line(), fault.problem() + "; the rest of the file was not checked");
            return false;
        }
    }

    private boolean hasHeader(CsvReader csv) throws IOException, CsvFault {
        List<String> header = csv.next();
        if (!header.equals(resource.columns())) {
            wrong(
                    Part.DESCRIPTOR,
                    1,
                    "the header is not the columns of the descriptor in their order; the rows were not checked");
            return false;
        }
        return true;
    }

    private boolean readRows(CsvReader csv, Rows further) throws IOException, CsvFault {
        for (List<String> cells = csv.next(); !cells.isEmpty(); cells = csv.next()) {
            rows++;
            if (csv.hasNeedlessQuotes()) {
                wrong(Part.ROWS, csv.firstLine(), "quotes stand around a cell that needs none");
            }
            if (cells.size() == resource.fields().size()) {
                checkRow(csv.firstLine(), cells);
                further.row(csv.firstLine(), cells);
            } else {
                wrong(
                        Part.ROWS,
                        csv.firstLine(),
                        "cells: " + cells.size() + ", columns: "
                                + resource.fields().size());
            }
        }
        return true;
    }

    private void checkRow(long line, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            checkCell(line, resource.fields().get(at), cells.get(at));
        }
        KeyOrder.Step step = order.follow(cells);
        if (step != KeyOrder.Step.BEHIND) {
            String key = Quoted.text(String.join(", ", order.key()));
            wrong(
                    Part.KEYS,
                    line,
                    step == KeyOrder.Step.SAME
                            ? "the key " + key + " stands in the row before, too"
                            : "the key " + key + " belongs before the row before");
        }
    }

    private void checkCell(long line, Field field, String cell) {
        field.problem(cell)
                .ifPresent(problem -> wrong(
                        Part.ROWS,
                        line,
                        field.name() + (cell.isEmpty() ? " " : " " + Quoted.text(cell) + " ") + problem));
        if (spreadsheetSafe && field.type() == Field.Type.STRING && Formula.is(cell)) {
            wrong(Part.ROWS, line, field.name() + " " + Quoted.text(cell) + " starts as a formula does");
        }
    }

    private void wrong(Part part, long line, String problem) {
        findings.wrong(part, resource.path(), line, problem);
    }
}
