package dev.beatboard.cli;

import dev.beatboard.Assembly;
import dev.beatboard.Director;
import dev.beatboard.RenderOrder;
import dev.beatboard.RenderResult;
import dev.beatboard.Take;
import dev.beatboard.asset.Library;
import dev.beatboard.direction.Understanding;
import dev.beatboard.file.Chunk;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.ReportWriter;
import dev.beatboard.shot.ShotDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `beatboard assemble DIR...`: one clip from frames that were rendered apart.
@Command(
        name = "assemble",
        description =
                "Joins what `render --frames` left, on any number of machines, to the clip that one `render` would"
                        + " have made, after checking that all of it goes together.",
        mixinStandardHelpOptions = true)
final class AssembleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "folders of chunks, or folders of such folders")
    private List<Path> chunks = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "output folder; default: out/<title>")
    private @Nullable Path folder;

    @Option(names = "--json", description = "print the report as JSON on standard output")
    private boolean json;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final CredentialOptions credentials = new CredentialOptions();

    AssembleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        RenderBar reported = progress.bar(terminal, json);
        Assembly assembly = read();
        Chunk first = assembly.first();
        Path source = assembly.source();
        Optional<Long> seed = first.term("seeded").equals("true")
                ? Optional.of(Long.parseLong(first.term("seed")))
                : Optional.empty();
        ShotDraft draft = ShotInput.with(ShotInput.read(source).draft(), seed);
        Understanding understanding = Director.understand(draft);
        Path out = folder == null ? Path.of("out", RenderCommand.folderName(understanding.shot())) : folder;
        RenderOrder order =
                assembly.order(out, credentials.key(first.term("quality").equals("draft")));
        if (understanding.shot().frames() != assembly.total()) {
            throw new WrongInput("The shot has " + understanding.shot().frames() + " frames and the chunks say "
                    + assembly.total() + ".");
        }
        OutputFile.probe(out);
        try (Director director = new Director(Packs.open(Library.defaultRoot(), terminal), 1);
                RenderBar bar = reported) {
            bar.stage("staging");
            Take staged = director.stage(understanding);
            if (assembly.camera().isPresent()) {
                String name = first.term("cameraName");
                Optional<String> wanted = name.isEmpty() ? Optional.empty() : Optional.of(name);
                staged = CameraOptions.follow(staged, assembly.camera().get(), wanted, terminal);
            }
            Take take = first.term("reframed").equals("true") ? staged.reframed(order.inside()) : staged;
            RenderResult result = director.assemble(take, assembly, order, bar);
            bar.close();
            if (json) {
                terminal.out().print(ReportWriter.json(result.report()));
                terminal.out().flush();
            } else {
                terminal.print(
                        terminal.styled(Terminal.Style.BOLD, result.folder().toString()));
                terminal.print("joined " + assembly.size() + " chunks, " + assembly.total() + " frames");
            }
        }
        return Main.DONE;
    }

    private Assembly read() {
        try {
            return Assembly.of(chunks);
        } catch (IOException e) {
            throw new WrongInput(String.valueOf(e.getMessage()));
        }
    }
}
