package io.shelftally.proof.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The entry of the benchmark; started by {@code jobs/benchmark}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the nightly job against the sandbox, and the same work by plain chunk steps of Spring Batch.",
            "What the figures mean: docs/benchmarks.md."
        },
        footer = {
            "",
            "Examples:",
            "  jobs/benchmark                                       all of it; about fifteen minutes on two cores",
            "  jobs/benchmark --scans 1000 --sizes 0 --baseline-scans 0   a quick look at one small night",
            "  jobs/benchmark --scans 200000 --sizes 0 --baseline-scans 0   ten times the scans, the same heap",
            "",
            "Exit codes: 0 measured, whatever the figures; 64 usage; 70 something did not run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class BenchmarkApplication implements Callable<Integer> {

    private static final int FAILED = 70;

    @Mixin
    private LoadArguments arguments;

    @Option(
            names = "--sizes",
            paramLabel = "N,N",
            split = ",",
            defaultValue = "10000,20000,40000",
            description = "Scaling nights; 0: none (${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "Runs of each scaling night; the quickest of each step counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--baseline-scans",
            paramLabel = "N",
            split = ",",
            defaultValue = "400,2000",
            description = "Baseline samples, synchronous and concurrent; 0: none (${DEFAULT-VALUE}).")
    private List<Integer> samples;

    @Option(names = "--work-dir", paramLabel = "DIR", description = "Working files (target/benchmark).")
    private @Nullable Path folder;

    @Option(names = "--keep", description = "Keep files.")
    private boolean keep;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--project", hidden = true, required = true, description = "Where jobs/ stands.")
    private Path project;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchmarkApplication()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = plan();
        Path work = Files.createDirectories(folder == null ? project.resolve("target/benchmark") : folder)
                .toAbsolutePath();
        Path mine = Files.createTempDirectory(work, "run");
        try {
            Results results = new Benchmark(project, mine, this::say).run(plan);
            print(results);
            return 0;
        } catch (BenchmarkException e) {
            say(String.valueOf(e.getMessage()));
            return FAILED;
        } finally {
            if (keep) {
                say("kept in " + mine);
            } else {
                FileSystemUtils.deleteRecursively(mine);
            }
        }
    }

    private Plan plan() {
        try {
            return new Plan(
                    arguments.load(arguments.scans),
                    sizes.stream()
                            .filter(size -> size > 0)
                            .sorted()
                            .map(arguments::load)
                            .toList(),
                    rounds,
                    samples.get(0),
                    samples.get(samples.size() - 1));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void print(Results results) {
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? JsonMapper.builder()
                                        .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                                        .build()
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(results)
                                : ReportText.of(results));
        spec.commandLine().getOut().flush();
    }

    private void say(String line) {
        spec.commandLine().getErr().println("benchmark: " + line);
        spec.commandLine().getErr().flush();
    }
}
