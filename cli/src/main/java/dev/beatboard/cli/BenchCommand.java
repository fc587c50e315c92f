package dev.beatboard.cli;

import dev.beatboard.asset.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `beatboard bench`: how fast this machine renders the examples, against the targets for two cores.
@Command(
        name = "bench",
        description = "Measures the examples against the targets for two cores.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Terminal terminal;

    @Option(names = "--json", description = "print one JSON document on standard output")
    private boolean json;

    @Option(names = "--examples", paramLabel = "DIR", description = "folder of the example shots")
    private Path examples = Path.of(System.getProperty("beatboard.home", "."), "examples");

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String name : List.of("corridor", "eight", "sixteen")) {
            if (!Files.isRegularFile(examples.resolve(name + ".yaml"))) {
                throw new WrongInput("There is no " + examples.resolve(name + ".yaml")
                        + ". Name the folder of the examples with --examples.");
            }
        }
        Library library = Packs.open(Library.defaultRoot(), terminal);
        Bench bench = new Bench(library, examples, terminal);
        List<Bench.Measure> measures = bench.run();
        if (json) {
            terminal.print(MAPPER.writeValueAsString(tree(bench, measures)));
        } else {
            terminal.note(String.format(
                    Locale.ROOT, "load %.2f, calibration %.3f s", bench.load(), bench.calibrationSeconds()));
            for (Bench.Measure m : measures) {
                String mark = m.holds()
                        ? terminal.styled(Terminal.Style.GOOD, "holds ")
                        : terminal.styled(Terminal.Style.BAD, "misses");
                terminal.print(String.format(
                        Locale.ROOT, "%-32s %9.3f %-10s %s %s", m.name(), m.value(), m.unit(), mark, m.target()));
            }
        }
        return Main.DONE;
    }

    private static ObjectNode tree(Bench bench, List<Bench.Measure> measures) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        for (Bench.Measure m : measures) {
            o.putObject(m.name())
                    .put("value", m.value())
                    .put("unit", m.unit())
                    .put("target", m.target())
                    .put("holds", m.holds());
        }
        o.putObject("machine.load").put("value", bench.load()).put("unit", "processes");
        o.putObject("machine.calibration")
                .put("value", bench.calibrationSeconds())
                .put("unit", "seconds");
        return o;
    }
}
