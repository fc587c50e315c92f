package dev.beatboard.cli;

import dev.beatboard.asset.MissingPackException;
import dev.beatboard.file.Slate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `beatboard` command. Exit codes: 0 done, 1 failed, 2 wrong input (nothing was written).
@Command(
        name = "beatboard",
        description = "Keyframe-directed film clips.",
        subcommands = {
            RenderCommand.class,
            AssembleCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            AuditCommand.class,
            AssetsCommand.class,
            BenchCommand.class,
            CompareCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "beatboard " + Slate.ENGINE)
public final class Main implements Runnable {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] args) {
        System.exit(run(Terminal.system(), args));
    }

    /// Runs a command line and answers its exit code.
    static int run(Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new Main(), new Commands(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colors() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((e, l, parsed) -> failed(terminal, e));
        return line.execute(args);
    }

    private static int failed(Terminal terminal, Exception e) {
        switch (e) {
            case WrongInput wrong -> {
                terminal.error(Terminal.message(wrong));
                return WRONG_INPUT;
            }
            case IOException io -> terminal.error(Terminal.message(io));
            case UncheckedIOException io -> terminal.error(Terminal.message(io));
            case MissingPackException missing -> terminal.error(Terminal.message(missing));
            case InterruptedException stopped -> terminal.error("Interrupted.");
            default -> {
                terminal.error("This is a fault of Beatboard, not of your shot. Please report it with these lines:");
                e.printStackTrace(terminal.err());
            }
        }
        return FAILED;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
