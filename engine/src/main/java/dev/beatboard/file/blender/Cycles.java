package dev.beatboard.file.blender;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.scene.Scene;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Blender's path tracer, run as a program of its own.
public final class Cycles {

    private static final String INSTALL =
            "Blender is not installed, which only this comparison needs. Debian and Ubuntu:"
                    + " apt-get install --no-install-recommends blender python3-numpy";

    /// What to render: so many samples per pixel from a seed.
    public record Job(String name, int samples, int seed) {}

    /// @param frame linear, times the scene's exposure
    /// @param seconds for the frame, by Blender's clock
    /// @param program Blender's version
    public record Picture(Frame frame, double seconds, String program) {}

    private Cycles() {}

    public static boolean installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "blender")));
    }

    /// @throws IOException that says how to install Blender, if it is missing
    public static void need() throws IOException {
        if (!installed()) {
            throw new IOException(INSTALL);
        }
    }

    /// Renders all jobs in one process, in their order; the first also builds the scene.
    public static List<Picture> render(Path folder, Scene scene, int width, int height, int threads, List<Job> jobs)
            throws IOException, InterruptedException {
        need();
        SceneFolder.write(folder, scene, width, height);
        Path script = folder.resolve("scene.py");
        try (InputStream in = Cycles.class.getResourceAsStream("scene.py")) {
            if (in == null) {
                throw new IllegalStateException("scene.py is not in the program");
            }
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of(
                "blender",
                "-b",
                "--factory-startup",
                "--python-exit-code",
                "1",
                "--python",
                script.toString(),
                "--",
                folder.toString(),
                Integer.toString(threads)));
        jobs.forEach(j -> command.add(j.name + ":" + j.samples + ":" + j.seed));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("Blender could not render " + folder + ": "
                    + said.substring(Math.max(0, said.length() - 2000)).strip());
        }
        List<Picture> all = new ArrayList<>();
        for (Job j : jobs) {
            JsonNode told = JsonMapper.builder().build().readTree(Files.readString(folder.resolve(j.name + ".json")));
            all.add(new Picture(
                    read(folder.resolve(j.name + ".f32"), width, height, scene.exposure()),
                    told.get("seconds").asDouble(),
                    told.get("program").asString()));
        }
        return all;
    }

    private static Frame read(Path file, int width, int height, double exposure) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() != 12 * width * height) {
            throw new IOException(file + " is no picture of " + width + "x" + height);
        }
        float[][] planes = new float[3][width * height];
        for (int p = 0; p < width * height; p++) {
            for (float[] plane : planes) {
                plane[p] = (float) (in.getFloat() * exposure);
            }
        }
        return new Frame(
                width,
                height,
                List.of(
                        new Plane("R", width, height, planes[0]),
                        new Plane("G", width, height, planes[1]),
                        new Plane("B", width, height, planes[2])));
    }
}
