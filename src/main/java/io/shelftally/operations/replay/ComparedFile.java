package io.shelftally.operations.replay;

import io.shelftally.publication.publishing.PublishedDescriptor;
import io.shelftally.publication.tables.ExportVersions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of a replay beside the published one.
 *
 * @param publishedSha256 empty if it is not known
 */
record ComparedFile(ReplayedFiles.Replayed file, Optional<String> publishedSha256) {

    static ComparedFile of(
            ReplayedFiles.Replayed file, ExportVersions.Making making, Optional<PublishedDescriptor> published) {
        return new ComparedFile(
                file,
                file.name().equals(ReplayedFiles.DESCRIPTOR)
                        ? making.descriptorSha256().or(() -> published.map(PublishedDescriptor::sha256))
                        : published.map(PublishedDescriptor::hashes).map(hashes -> hashes.get(file.name())));
    }

    boolean isKnown() {
        return publishedSha256.isPresent();
    }

    boolean isSame() {
        return publishedSha256.filter(file.sha256()::equals).isPresent();
    }

    String standing() {
        if (!isKnown()) {
            return "not known";
        }
        return isSame() ? "same" : "different";
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("rows", file.rows());
        json.put("bytes", file.bytes());
        json.put("sha256", file.sha256());
        json.put("published_sha256", publishedSha256.orElse(null));
        json.put("same", isKnown() ? (Object) isSame() : null);
        return json;
    }
}
