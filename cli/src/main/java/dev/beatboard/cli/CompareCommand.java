package dev.beatboard.cli;

import dev.beatboard.Comparison;
import dev.beatboard.CyclesComparison;
import dev.beatboard.RenderOrder;
import dev.beatboard.asset.Library;
import dev.beatboard.shot.ShotDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `beatboard compare`: final frames held against the reference.
@Command(
        name = "compare",
        description =
                "Renders windows of frames by the final renderer and by the reference and measures how they differ"
                        + " (FLIP).",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final Path HOME = Path.of(System.getProperty("beatboard.home", "."));
    private static final int MOST_CROPS = 100;

    private final Terminal terminal;

    @Option(
            names = "--crops",
            paramLabel = "FILE",
            description = "lines of: name | shot file | frame | x,y | what it shows; x,y of the top left corner of"
                    + " 256x144 pixels in 1920x1080")
    private Path crops = HOME.resolve("docs/reference/crops.txt");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "where the pictures and the page go; references that are there already are kept")
    private Path folder = HOME.resolve("docs/reference");

    @Option(names = "--samples", paramLabel = "N", description = "most paths per pixel; default: ${DEFAULT-VALUE}")
    private int samples = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "threads that render; default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--again", description = "render the references anew")
    private boolean again;

    @Option(
            names = "--cycles",
            description = "hold the reference and a final frame against Blender's Cycles on plain diffuse scenes,"
                    + " instead; needs Blender on the path, and 16 samples are enough")
    private boolean cycles;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "of the pictures of references with --cycles; default: ${DEFAULT-VALUE}")
    private int width = 480;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1 || threads > 256) {
            throw new WrongInput("--threads is 1 to 256, not " + threads + ".");
        }
        if (cycles) {
            return cycles();
        }
        if (samples < 64 || samples > RenderOrder.MOST_SAMPLES) {
            throw new WrongInput("--samples is 64 to " + RenderOrder.MOST_SAMPLES + ", not " + samples + ".");
        }
        List<Comparison.Crop> wanted = read();
        Library library = Packs.open(Library.defaultRoot(), terminal);
        List<Comparison.Measured> all;
        try (RenderBar bar = new RenderBar(terminal)) {
            all = Comparison.run(wanted, new Comparison.Order(folder, samples, threads, again), library, bar);
        }
        for (Comparison.Measured m : all) {
            terminal.print(String.format(
                    Locale.ROOT,
                    "%-14s FLIP %.3f, mean %.3f of the reference's (%s)",
                    m.crop().name(),
                    m.flip(),
                    m.mean(),
                    m.reference()));
        }
        return Main.DONE;
    }

    private int cycles() throws IOException, InterruptedException {
        if (samples < 2 || samples > RenderOrder.MOST_SAMPLES || width < 64 || width > 1920) {
            throw new WrongInput(
                    "--cycles goes with --samples of 2 to " + RenderOrder.MOST_SAMPLES + " and --width of 64 to 1920.");
        }
        Library library = Packs.open(Library.defaultRoot(), terminal);
        List<CyclesComparison.Case> cases = List.of(
                new CyclesComparison.Case("box", shot("examples/dialogue.yaml"), 10, true),
                new CyclesComparison.Case("street", shot("docs/reference/shots/street.yaml"), 10, false),
                new CyclesComparison.Case("eight", shot("examples/eight.yaml"), 30, false));
        Path work = CyclesComparison.scratch();
        try (RenderBar bar = new RenderBar(terminal)) {
            CyclesComparison.Order order =
                    new CyclesComparison.Order(folder, work, width, width * 9 / 16, samples, threads);
            CyclesComparison.run(cases, order, library, bar).forEach(terminal::print);
        } finally {
            CyclesComparison.remove(work);
        }
        return Main.DONE;
    }

    private static ShotDraft shot(String file) throws IOException {
        return ShotInput.read(HOME.resolve(file)).draft();
    }

    private List<Comparison.Crop> read() throws IOException {
        if (!Files.isRegularFile(crops) || Files.size(crops) > 100_000) {
            throw new WrongInput("There is no list of crops " + crops + ". Name one with --crops.");
        }
        List<Comparison.Crop> all = new ArrayList<>();
        for (String line : Files.readAllLines(crops)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] part = line.split("\\|", -1);
            if (part.length != 5 || all.size() == MOST_CROPS) {
                throw new WrongInput("\"" + line + "\" in " + crops + " is not name | shot | frame | x,y | what.");
            }
            Path shot = crops.resolveSibling(part[1].strip()).normalize();
            ShotDraft draft = ShotInput.read(shot).draft();
            String[] corner = part[3].split(",", -1);
            int frame = number(part[2], draft.rate().framesIn(draft.duration()) - 1, line);
            all.add(new Comparison.Crop(
                    part[0].strip(),
                    draft,
                    frame,
                    number(corner[0], 1920 - 256, line),
                    number(corner[corner.length - 1], 1080 - 144, line),
                    part[4].strip()));
        }
        return all;
    }

    private static int number(String text, int most, String line) {
        String t = text.strip();
        int n = t.matches("\\d{1,6}") ? Integer.parseInt(t) : -1;
        if (n < 0 || n > most) {
            throw new WrongInput("\"" + t + "\" is not a number of 0 to " + most + ", in \"" + line + "\".");
        }
        return n;
    }
}
