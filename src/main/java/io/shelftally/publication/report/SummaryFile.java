package io.shelftally.publication.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shelftally.publication.export.Json;
import java.util.List;

/**
 * The document summary.json: the night's figures, and what was published of it.
 *
 * @param version of the export of this business date, from 1
 */
public record SummaryFile(int version, @JsonUnwrapped Summary summary, List<PublishedFile> files) {
    public SummaryFile {
        files = List.copyOf(files);
    }

    public String json() {
        return Json.text(this);
    }
}
