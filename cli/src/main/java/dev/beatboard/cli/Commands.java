package dev.beatboard.cli;

import picocli.CommandLine;

/// Makes the commands and hands them the terminal.
final class Commands implements CommandLine.IFactory {

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RenderCommand.class) {
            return type.cast(new RenderCommand(terminal));
        }
        if (type == VerifyCommand.class) {
            return type.cast(new VerifyCommand(terminal));
        }
        if (type == AssembleCommand.class) {
            return type.cast(new AssembleCommand(terminal));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(terminal));
        }
        if (type == AssetsCommand.class) {
            return type.cast(new AssetsCommand(terminal));
        }
        if (type == BenchCommand.class) {
            return type.cast(new BenchCommand(terminal));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(terminal));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
