package dev.beatboard.cli;

import dev.beatboard.asset.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
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

    @Option(names = "--features", description = "list what each stage of a draft and of a final frame costs, instead")
    private boolean features;

    @Option(names = "--examples", paramLabel = "DIR", description = "folder of the example shots")
    private Path examples = Path.of(System.getProperty("beatboard.home", "."), "examples");

    @Option(
            names = "--part",
            paramLabel = "PART",
            hidden = true,
            description = "measure only this part, in this process")
    private Optional<Part> part = Optional.empty();

    /// What is measured in a process of its own, so that neither's memory counts for the other.
    enum Part {
        DRAFT("2g"),
        FINAL("3g"),
        PACKING("3g");

        /// The most that objects may take, as Java's `-Xmx` reads it.
        final String heap;

        Part(String heap) {
            this.heap = heap;
        }
    }

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
        if (features) {
            show(bench.features());
            return Main.DONE;
        }
        if (part.isPresent()) {
            terminal.print(MAPPER.writeValueAsString(tree(
                    switch (part.get()) {
                        case DRAFT -> bench.drafts();
                        case FINAL -> bench.finals();
                        case PACKING -> bench.packing();
                    })));
            return Main.DONE;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Part p : Part.values()) {
            all.setAll(new BenchProcess(terminal, examples).measure(p));
        }
        if (json) {
            all.putObject("machine.load").put("value", bench.load()).put("unit", "processes");
            all.putObject("machine.calibration")
                    .put("value", bench.calibrationSeconds())
                    .put("unit", "seconds");
            terminal.print(MAPPER.writeValueAsString(all));
        } else {
            terminal.note(String.format(
                    Locale.ROOT, "load %.2f, calibration %.3f s", bench.load(), bench.calibrationSeconds()));
            all.properties().forEach(e -> show(e.getKey(), e.getValue()));
        }
        return Main.DONE;
    }

    /// A table with a column for each quality and example, milliseconds.
    private void show(Map<String, Map<String, Double>> costs) {
        if (json) {
            terminal.print(MAPPER.writeValueAsString(costs));
            return;
        }
        Set<String> stages = new LinkedHashSet<>();
        costs.values().forEach(c -> stages.addAll(c.keySet()));
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-20s", "milliseconds"));
        costs.keySet().forEach(c -> head.append(String.format(Locale.ROOT, "%16s", c)));
        terminal.print(terminal.styled(Terminal.Style.BOLD, head.toString()));
        for (String stage : stages) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-20s", stage));
            for (Map<String, Double> c : costs.values()) {
                Double ms = c.get(stage);
                row.append(ms == null ? String.format("%16s", "-") : String.format(Locale.ROOT, "%16.1f", ms));
            }
            terminal.print(row.toString());
        }
    }

    private void show(String name, JsonNode m) {
        String mark = m.get("holds").asBoolean()
                ? terminal.styled(Terminal.Style.GOOD, "holds ")
                : terminal.styled(Terminal.Style.BAD, "misses");
        terminal.print(String.format(
                Locale.ROOT,
                "%-44s %9.3f %-10s %s %s",
                name,
                m.get("value").asDouble(),
                m.get("unit").asString(),
                mark,
                m.get("target").asString()));
    }

    private static ObjectNode tree(List<Bench.Measure> measures) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        for (Bench.Measure m : measures) {
            o.putObject(m.name())
                    .put("value", m.value())
                    .put("unit", m.unit())
                    .put("target", m.target())
                    .put("holds", m.holds());
        }
        return o;
    }
}
