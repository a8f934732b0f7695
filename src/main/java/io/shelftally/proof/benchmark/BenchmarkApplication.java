package io.shelftally.proof.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
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
        usageHelpWidth = 110,
        description = {
            "Measures the nightly job against the sandbox, and the same work by other means, or by another build.",
            "What the figures mean: docs/benchmarks.md.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  jobs/benchmark                                 all of it; about fifteen minutes on two cores",
            "  jobs/benchmark --scans 1000 --tail-by call --sizes 0 --baseline-scans 0",
            "                                                 a quick look at one small night",
            "  jobs/benchmark --scans 200000 --tail-by scan --sizes 0 --baseline-scans 0",
            "                                                 ten times the scans, the same heap",
            "  jobs/benchmark --beside ../before/target/app   this build and that one in turn, by slow calls and slow scans",
            "  jobs/benchmark --vendor queue --vendor-workers 8 --tail-percent 0 --scans 4000 --products 1 --sizes 0",
            "                 --baseline-scans 0 --windows 4,8,16,32,64,auto",
            "                                                 how many calls in flight such a vendor bears",
            "  jobs/benchmark --workers 1,2,4 --database postgresql",
            "                                                 what more worker processes bring, where calls are slow",
            "",
            "Exit codes: 0 measured, whatever the figures; 64 usage; 70 something did not run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class BenchmarkApplication implements Callable<Integer> {

    private static final int FAILED = 70;

    @Mixin
    private LoadArguments arguments;

    @Mixin
    private PlanArguments parts;

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
        System.exit(commandLine().execute(args));
    }

    /** The command; a wrong use of it is told in a line, not by the whole help. */
    static CommandLine commandLine() {
        return new CommandLine(new BenchmarkApplication())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, args) -> {
                    problem.getCommandLine().getErr().println("benchmark: " + problem.getMessage() + " (see --help)");
                    return problem.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
                });
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = plan();
        Path work = Files.createDirectories(folder == null ? project.resolve("target/benchmark") : folder)
                .toAbsolutePath();
        Path mine = Files.createTempDirectory(work, "run");
        try {
            Results results = new Benchmark(mine, this::say).run(plan);
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
            return parts.plan(arguments.loads(), arguments.workers(), project);
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
