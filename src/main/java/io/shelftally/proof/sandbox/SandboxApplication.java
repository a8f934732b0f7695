package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.BadWorldException;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry of the sandbox: serves both vendors until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        versionProvider = SandboxApplication.Version.class,
        sortOptions = false,
        usageHelpWidth = 110,
        description = {
            "Serves Closient's captures and Pensa's scans on a loopback port, so that a night can be tried without either"
                    + " vendor. The world comes from the files of a folder, or is made from a seed.",
            "",
        },
        footer = {
            "",
            "Clients send: X-API-Key csb_Sandbox0Sandbox0Sandbox0Sandbox0_a0ea6dc4; X-Cognito-Username sandbox-user;",
            "x-pensa-access-token sandbox-token, or one issued to sandbox-client / sandbox-secret.",
            "",
            "Examples:",
            "  sandbox --world sample-data/world --port 8099",
            "  sandbox --seed 1 --scans 500 --captures 5000 --write-lists lists",
            "  sandbox --seed 1 --scans 500 --captures 5000 --port-file port --journal calls.jsonl",
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class SandboxApplication implements Callable<Integer> {

    private static final int BAD_WORLD = 65;
    private static final int CANNOT_WRITE = 73;

    @Mixin
    private WorldArguments world;

    @Mixin
    private ServerArguments server;

    @Spec
    private CommandSpec spec;

    /** The build's version, as the jar's manifest gives it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = SandboxApplication.class.getPackage().getImplementationVersion();
            return new String[] {"sandbox " + (version == null ? "(not packaged)" : version)};
        }
    }

    public static void main(String[] args) {
        int code = commandLine().execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The command; a wrong use of it is told in a line, not by the whole help. */
    static CommandLine commandLine() {
        return new CommandLine(new SandboxApplication())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, args) -> {
                    problem.getCommandLine().getErr().println("sandbox: " + problem.getMessage() + " (see --help)");
                    return problem.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
                });
    }

    @Override
    public Integer call() {
        try {
            if (world.lists == null) {
                serve(new SandboxOptions(world.source(), server.options()));
            } else {
                new SeededWorld(world.seeded(), Catalogue.load()).writeLists(world.lists);
                say("wrote captures.csv and scans.csv into " + world.lists);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (BadWorldException e) {
            return fail(String.valueOf(e.getMessage()), BAD_WORLD);
        } catch (IOException | UncheckedIOException e) {
            return fail(String.valueOf(e.getMessage()), CANNOT_WRITE);
        }
    }

    private void serve(SandboxOptions options) throws IOException {
        Sandbox sandbox = Sandbox.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
        if (server.portFile != null) {
            writePort(server.portFile, sandbox.baseUri().getPort());
        }
        say("Closient and Pensa: " + sandbox.baseUri() + "   Pensa's tokens: " + sandbox.tokenUri());
    }

    private static void writePort(Path file, int port) throws IOException {
        Path target = file.toAbsolutePath();
        Path half = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(half, port + "\n");
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private int fail(String message, int code) {
        spec.commandLine().getErr().println("sandbox: " + message);
        return code;
    }
}
