package io.shelftally.publication.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.verification.Finding.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random mutations of an export; {@code -Dverify.mutations=10000} tries more of them. */
class MutationTests {

    private static final Logger LOG = LoggerFactory.getLogger(MutationTests.class);
    private static final int MUTATIONS = Integer.getInteger("verify.mutations", 300);

    @TempDir
    private Path home;

    @Test
    void noMutationGoesUnseenAndTheCheckSumsSeeWhatTheyCan() throws IOException {
        SampleExport export = SampleExport.in(home);
        Map<String, byte[]> sound = export.contents();
        List<String> unseen = new ArrayList<>();
        List<String> unseenBySums = new ArrayList<>();
        Map<Mutation, Integer> seen = new EnumMap<>(Mutation.class);
        List<Mutation> kinds = List.copyOf(EnumSet.allOf(Mutation.class));
        int visibleToSums = 0;

        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            Mutation mutation = kinds.get(seed % kinds.size());
            boolean sealed = mutation.isSeenWhenSealed() && random.nextBoolean();
            export.restore(sound);
            String what = "seed " + seed + ": " + mutation + " of " + mutation.apply(export, random)
                    + (sealed ? ", sealed" : "");
            if (sealed) {
                export.seal();
            }

            VerificationReport report = Verification.of(export.link());

            if (report.isSound()) {
                unseen.add(what);
            } else {
                seen.merge(mutation, 1, Integer::sum);
            }
            if (sumsFail(export)) {
                visibleToSums++;
                if (!parts(report).contains(Part.CHECKSUMS)) {
                    unseenBySums.add(what);
                }
            }
        }

        LOG.info(
                "mutations seen: {} of {} {}; those that sha256sum -c can see: {}, seen by the check sums: {}",
                MUTATIONS - unseen.size(),
                MUTATIONS,
                seen,
                visibleToSums,
                visibleToSums - unseenBySums.size());
        assertThat(unseen).isEmpty();
        assertThat(unseenBySums).isEmpty();
        assertThat(visibleToSums).isPositive();
    }

    /** As {@code sha256sum -c SHA256SUMS} would tell. */
    private static boolean sumsFail(SampleExport export) throws IOException {
        for (String line : Files.readString(export.file("SHA256SUMS"), StandardCharsets.ISO_8859_1)
                .split("\n", -1)) {
            if (line.length() > 66 && !isAsTold(export, line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsTold(SampleExport export, String line) throws IOException {
        String name = line.substring(66);
        return SampleExport.FILES.contains(name)
                && Sha256.ofFile(export.file(name)).equalsIgnoreCase(line.substring(0, 64));
    }

    private static Set<Part> parts(VerificationReport report) {
        return report.findings().stream().map(Finding::part).collect(Collectors.toSet());
    }
}
