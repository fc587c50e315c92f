package dev.beatboard.cli;

import dev.beatboard.Director;
import dev.beatboard.Explanation;
import dev.beatboard.direction.Understanding;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `beatboard explain SHOT`: what was understood, word by word, and what was decided unasked.
@Command(
        name = "explain",
        description = "Says what was understood, what is vague and what was decided unasked.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SHOT", description = "the shot file, YAML or JSON")
    private Path shot = Path.of("");

    @Option(names = "--json", description = "print one JSON document on standard output")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ShotReader.Result.Accepted read = ShotInput.read(shot);
        Understanding understanding = Director.advise(read.draft());
        if (json) {
            terminal.print(
                    Explanation.of(understanding, Director.lanes(understanding)).toString());
        } else {
            new ExplainText(terminal, understanding).print();
            read.notices().forEach(n -> terminal.print(terminal.styled(Terminal.Style.PALE, n.message())));
        }
        return Main.DONE;
    }
}
