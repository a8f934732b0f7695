package io.shelftally.publication.publishing;

import static io.shelftally.publication.publishing.Nights.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.export.Samples;
import io.shelftally.publication.report.ReportedNight;
import io.shelftally.publication.report.SampleNight;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.twins.Twin;
import io.shelftally.publication.twins.Twins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class PublisherTests {
    @TempDir
    Path root;

    private Path out = Path.of("");
    private Publisher publisher = new Publisher(out);

    @BeforeEach
    void chooseADirectoryThatDoesNotExistYet() {
        out = root.resolve("exports");
        publisher = new Publisher(out);
    }

    @Test
    void aNightIsALinkToItsFirstVersion() throws IOException {
        Publication publication = Nights.publish(publisher, DATE, "a");

        Path version = out.resolve(".versions/2026-11-21/1");
        String descriptor = Sha256.ofFile(version.resolve("datapackage.json"));
        assertThat(publication).isEqualTo(new Publication(1, version, descriptor, true));
        assertThat(Files.readSymbolicLink(out.resolve("2026-11-21"))).hasToString(".versions/2026-11-21/1");
        assertThat(Files.readSymbolicLink(out.resolve("latest"))).hasToString("2026-11-21");
        assertThat(Nights.names(version))
                .containsExactly(
                        "SHA256SUMS",
                        "_SUCCESS",
                        "datapackage.json",
                        "load.sql",
                        "reconciled_items.csv",
                        "report.html",
                        "scans.csv",
                        "summary.json");
        assertThat(Nights.names(out.resolve(".versions/2026-11-21"))).containsExactly("1");
        assertThat(Nights.readWhole(out.resolve("latest"))).isEqualTo("a");
    }

    @Test
    void changedFilesAreANewVersionAndTheOldOneStays() {
        Nights.publish(publisher, DATE, "a");

        Publication second = Nights.publish(publisher, DATE, "b");

        assertThat(second.version()).isEqualTo(2);
        assertThat(Nights.readWhole(out.resolve("2026-11-21"))).isEqualTo("b");
        assertThat(Nights.readWhole(out.resolve(".versions/2026-11-21/1"))).isEqualTo("a");
    }

    @Test
    void filesThatComeOutTheSamePublishNothingAndTheCallerIsToldAllTheSame() {
        Publication first = Nights.publish(publisher, DATE, "a");
        List<Publication> told = new ArrayList<>();

        Publication again = Nights.publish(publisher, DATE, "a", told::add);

        assertThat(again).isEqualTo(new Publication(1, first.directory(), first.descriptorSha256(), false));
        assertThat(told).containsExactly(again);
        assertThat(Nights.names(out.resolve(".versions/2026-11-21"))).containsExactly("1");
    }

    @Test
    void twinsStandInTheDescriptorAndMakeNoNewVersion() throws IOException {
        Publication first = publishWith(Set.of(Twin.PARQUET));
        Path version = first.directory();

        Publication without = publishWith(Set.of());
        Publication withOther = publishWith(Set.of(Twin.PARQUET, Twin.XLSX));

        assertThat(List.of(without, withOther))
                .containsOnly(new Publication(1, version, first.descriptorSha256(), false));
        assertThat(Files.readString(version.resolve("datapackage.json")))
                .contains(
                        "\"path\" : \"reconciled_items.parquet\"",
                        "sha256:" + Sha256.ofFile(version.resolve("reconciled_items.parquet")));
        assertThat(PublishedDescriptor.read(out, DATE, 1).orElseThrow().sha256())
                .isEqualTo(first.descriptorSha256())
                .isNotEqualTo(Sha256.ofFile(version.resolve("datapackage.json")));
    }

    private Publication publishWith(Set<Twin> twins) {
        try (Staging staging = publisher.open(DATE, true)) {
            Nights.write(staging, "a");
            try (Twins<Samples.Child> opened = staging.twins(Samples.CHILDREN, twins)) {
                opened.write(new Samples.Child(7, "00012000004568", "a"));
            }
            return staging.commit(List.of(Samples.CHILD_TO_PARENT), () -> SampleNight.night(DATE), publication -> {});
        }
    }

    @Test
    void filesThatComeOutAsAnOlderVersionAreANewOne() {
        Nights.publish(publisher, DATE, "a");
        Nights.publish(publisher, DATE, "b");

        Publication third = Nights.publish(publisher, DATE, "a");

        assertThat(third.version()).isEqualTo(3);
    }

    @Test
    void lostLinksAreMendedWithoutANewVersion() throws IOException {
        Nights.publish(publisher, DATE, "a");
        Files.delete(out.resolve("latest"));
        Files.delete(out.resolve("2026-11-21"));
        Files.createSymbolicLink(out.resolve("2026-11-21"), Path.of("nowhere"));

        Publication again = Nights.publish(publisher, DATE, "a");

        assertThat(again.isNew()).isFalse();
        assertThat(Nights.readWhole(out.resolve("2026-11-21"))).isEqualTo("a");
        assertThat(Nights.readWhole(out.resolve("latest"))).isEqualTo("a");
    }

    @Test
    void aVersionThatSomeoneDamagedIsPublishedAnew() throws IOException {
        Publication first = Nights.publish(publisher, DATE, "a");
        Files.delete(first.directory().resolve("scans.csv"));

        Publication second = Nights.publish(publisher, DATE, "a");

        assertThat(second.version()).isEqualTo(2);
        assertThat(Nights.readWhole(out.resolve("2026-11-21"))).isEqualTo("a");
    }

    @Test
    void latestNeverMovesBackToAnOlderDate() throws IOException {
        Nights.publish(publisher, DATE, "a");
        LocalDate older = DATE.minusDays(3);

        Nights.publish(publisher, older, "b");

        assertThat(Nights.readWhole(out.resolve("2026-11-18"))).isEqualTo("b");
        assertThat(Files.readSymbolicLink(out.resolve("latest"))).hasToString("2026-11-21");
        Nights.publish(publisher, DATE.plusDays(1), "c");
        assertThat(Files.readSymbolicLink(out.resolve("latest"))).hasToString("2026-11-22");
    }

    @Test
    void theWholeTreeCanBeMoved() throws IOException {
        Nights.publish(publisher, DATE, "a");

        Path moved = Files.move(out, root.resolve("elsewhere"));

        assertThat(Nights.readWhole(moved.resolve("latest"))).isEqualTo("a");
    }

    @Test
    void filesThatAreNotCommittedLeaveNoTrace() {
        try (Staging staging = publisher.open(DATE, true)) {
            Nights.write(staging, "a");
        }

        assertThat(Nights.names(out)).containsExactly(".versions");
        assertThat(Nights.names(out.resolve(".versions/2026-11-21"))).isEmpty();
    }

    @Test
    void aCallerThatFailsLeavesTheOldVersionPublishedAndTheNextRunFinishes() {
        Nights.publish(publisher, DATE, "a");

        assertThatThrownBy(() -> Nights.publish(publisher, DATE, "b", publication -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");

        assertThat(Nights.readWhole(out.resolve("2026-11-21"))).isEqualTo("a");
        assertThat(Nights.publish(publisher, DATE, "b").version()).isEqualTo(2);
        assertThat(Nights.readWhole(out.resolve("2026-11-21"))).isEqualTo("b");
    }

    @Test
    void theNightIsNotAskedForWhenNothingIsPublished() {
        Nights.publish(publisher, DATE, "a");
        Supplier<ReportedNight> never = () -> {
            throw new AssertionError("asked for");
        };

        try (Staging staging = publisher.open(DATE, true)) {
            Nights.write(staging, "a");

            assertThat(staging.commit(List.of(Samples.CHILD_TO_PARENT), never, publication -> {})
                            .isNew())
                    .isFalse();
        }
    }

    @Test
    void rawTextIsAnotherVersion() {
        Nights.publish(publisher, DATE, "a");

        try (Staging staging = publisher.open(DATE, false)) {
            Nights.write(staging, "a");
            Publication raw =
                    staging.commit(List.of(Samples.CHILD_TO_PARENT), () -> SampleNight.night(DATE), publication -> {});

            assertThat(raw.version()).isEqualTo(2);
        }
    }

    @Test
    void aNameThatIsNoPlainNameBecomesNoFile() {
        try (Staging staging = publisher.open(DATE, true)) {
            Dataset<Samples.Child> escaping =
                    new Dataset<>("../x", "", Samples.CHILDREN.columns(), Samples.CHILDREN.key());

            assertThatThrownBy(() -> staging.csv(escaping)).isInstanceOf(IllegalArgumentException.class);
            staging.csv(Samples.CHILDREN).close();
            assertThatThrownBy(() -> staging.csv(Samples.CHILDREN)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @EnabledIf("sha256sumExists")
    void theChecksumsAreWhatSha256sumReads() throws Exception {
        Path version = Nights.publish(publisher, DATE, "a").directory();

        Process check = new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
                .directory(version.toFile())
                .inheritIO()
                .start();

        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).isZero();
        assertThat(Files.readAllLines(version.resolve("SHA256SUMS"))).hasSize(6);
        assertThat(version.resolve("_SUCCESS")).content().matches("[0-9a-f]{64}\n");
    }

    static boolean sha256sumExists() {
        return Files.isExecutable(Path.of("/usr/bin/sha256sum"));
    }
}
