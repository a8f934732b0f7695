package io.shelftally.operations.cli;

import io.shelftally.base.text.Slips;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.publication.export.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells why a command ended badly: in a line or two, or where JSON was asked for as JSON, on standard error in both. */
final class Trouble {

    private static final String NAME = "shelftally: ";

    /** As far as {@code rnus} is from {@code runs}; words that begin otherwise are nearer by chance. */
    private static final int MOST_SLIPS = 2;

    private Trouble() {}

    /** The wrong use of a command, with what may have been meant. */
    static int misused(ParameterException trouble, String[] args) {
        return tell(trouble.getCommandLine(), List.of(args), err -> {
            err.println(NAME + message(trouble));
            meant(trouble).ifPresent(meant -> err.println("Did you mean " + meant + "?"));
            err.println("Try '" + trouble.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.USAGE.number();
        });
    }

    /** @param teller prints a message, and returns the exit code */
    static int tell(CommandLine command, List<String> args, ToIntFunction<PrintWriter> teller) {
        if (!args.contains("--json")) {
            return teller.applyAsInt(command.getErr());
        }
        StringWriter said = new StringWriter();
        int code = teller.applyAsInt(new PrintWriter(said));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("exit_code", code);
        error.put("meaning", ExitCode.meaning(code));
        error.put("message", said.toString().strip().replaceFirst("^" + NAME, ""));
        command.getErr().print(Json.text(Map.of("error", error)));
        command.getErr().flush();
        return code;
    }

    private static String message(ParameterException trouble) {
        return unknownCommand(trouble)
                .map(words -> "there is no command " + words)
                .orElseGet(() -> String.valueOf(trouble.getMessage()));
    }

    private static Optional<String> meant(ParameterException trouble) {
        Optional<String> unknown = unknownCommand(trouble);
        if (unknown.isPresent()) {
            String word = unknown.get().replaceFirst(" .*", "");
            return trouble.getCommandLine().getSubcommands().keySet().stream()
                    .filter(name -> Slips.between(name, word) <= (name.regionMatches(0, word, 0, 1) ? MOST_SLIPS : 1))
                    .min(Comparator.comparingInt(name -> Slips.between(name, word)));
        }
        return trouble instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().findFirst()
                : Optional.empty();
    }

    /** What stands where a command would; picocli words it in its own way of its command help. */
    private static Optional<String> unknownCommand(ParameterException trouble) {
        boolean isCommand = trouble instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !trouble.getCommandLine().getSubcommands().isEmpty();
        if (isCommand) {
            return Optional.of(String.join(" ", ((UnmatchedArgumentException) trouble).getUnmatched()));
        }
        return String.valueOf(trouble.getMessage()).startsWith("Unknown subcommand")
                ? Optional.ofNullable(trouble.getValue())
                : Optional.empty();
    }
}
