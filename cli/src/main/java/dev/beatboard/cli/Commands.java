package dev.beatboard.cli;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/// Makes the commands, each with the terminal that it talks to.
final class Commands implements CommandLine.IFactory {

    private static final Map<Class<?>, Function<Terminal, ?>> MADE = Map.of(
            RenderCommand.class, RenderCommand::new,
            AssembleCommand.class, AssembleCommand::new,
            VerifyCommand.class, VerifyCommand::new,
            ExplainCommand.class, ExplainCommand::new,
            ServeCommand.class, ServeCommand::new,
            WorkerCommand.class, WorkerCommand::new,
            AuditCommand.class, AuditCommand::new,
            AssetsCommand.class, AssetsCommand::new,
            BenchCommand.class, BenchCommand::new,
            CompareCommand.class, CompareCommand::new);

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Function<Terminal, ?> make = MADE.get(type);
        return make == null ? CommandLine.defaultFactory().create(type) : type.cast(make.apply(terminal));
    }
}
