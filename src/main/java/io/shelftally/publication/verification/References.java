package io.shelftally.publication.verification;

import io.shelftally.intake.rows.Quoted;
import io.shelftally.publication.verification.Finding.Part;
import io.shelftally.publication.verification.Resource.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Foreign keys: the tables that are referred to are read before those that refer to them. */
final class References {

    private final Findings findings;
    private final Map<String, KnownValues> known = new HashMap<>();

    References(List<Resource> resources, Findings findings) {
        this.findings = findings;
        resources.stream()
                .flatMap(resource -> resource.references().stream())
                .forEach(reference -> known.put(place(reference), new KnownValues()));
    }

    /** What is to be done with each row of a table. */
    Rows of(Resource resource) {
        List<Rows> all = new ArrayList<>();
        for (int at = 0; at < resource.fields().size(); at++) {
            int column = at;
            Optional.ofNullable(known.get(
                            resource.name() + "." + resource.fields().get(at).name()))
                    .ifPresent(values -> all.add((line, cells) -> values.add(cells.get(column))));
        }
        resource.references().forEach(reference -> all.add(check(resource, reference)));
        return (line, cells) -> all.forEach(rows -> rows.row(line, cells));
    }

    private Rows check(Resource resource, Reference reference) {
        int column = resource.indexOf(reference.column());
        KnownValues values = Objects.requireNonNull(known.get(place(reference)));
        return (line, cells) -> {
            String cell = cells.get(column);
            if (!cell.isEmpty() && !values.has(cell)) {
                findings.wrong(
                        Part.KEYS,
                        resource.path(),
                        line,
                        reference.column() + " " + Quoted.text(cell) + " is not in " + reference.resource() + ".csv");
            }
        };
    }

    private static String place(Reference reference) {
        return reference.resource() + "." + reference.toColumn();
    }
}
