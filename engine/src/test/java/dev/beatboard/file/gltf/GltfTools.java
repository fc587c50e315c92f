package dev.beatboard.file.gltf;

import dev.beatboard.file.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Readers of glTF that are not ours: the validator of Khronos, three.js in Chromium, Blender. Their node packages are
/// those of `src/test/node/package-lock.json`, installed in the folder that `BEATBOARD_NODE` names, or `target/node`.
public final class GltfTools {

    private static final Path SCRIPTS = Path.of("src/test/node").toAbsolutePath();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GltfTools() {}

    private static Path modules() {
        return Tools.nodePackages("gltf-validator", "three", "playwright-core");
    }

    /// The report of Khronos's validator.
    public static JsonNode validated(Path glb) throws IOException, InterruptedException {
        Path modules = modules();
        return MAPPER.readTree(Tools.output(
                List.of("node", SCRIPTS.resolve("validate.mjs").toString(), modules.toString(), glb.toString())));
    }

    /// What three.js makes of a file, loaded by the code that docs/THREEJS.md shows.
    ///
    /// @param frames `all`, or numbers joined by commas
    /// @param picture where to put a picture of the first of them, if anywhere: the file, width, height
    public static JsonNode inThree(Path glb, String frames, Path scratch, String... picture)
            throws IOException, InterruptedException {
        Path modules = modules();
        Tools.need("chromium");
        String page = Files.readString(Path.of("../docs/THREEJS.md"));
        int from = page.indexOf("```js\n") + 6;
        Path player = scratch.resolve("player.js");
        Files.writeString(player, page.substring(from, page.indexOf("```", from)));
        List<String> command = new ArrayList<>(List.of("node"));
        command.add(SCRIPTS.resolve("three.mjs").toString());
        command.addAll(List.of(modules.toString(), player.toString(), glb.toString(), frames));
        command.addAll(List.of(picture));
        return MAPPER.readTree(Tools.output(command));
    }

    /// What Blender makes of a file: where its camera sees the points of a JSON file, and where its joints are.
    public static JsonNode inBlender(Path glb, Path points, List<Integer> frames)
            throws IOException, InterruptedException {
        Tools.need("blender");
        List<String> command = new ArrayList<>(List.of("blender", "-b", "--factory-startup", "-P"));
        command.addAll(List.of(SCRIPTS.resolve("blender.py").toString(), "--", glb.toString(), points.toString()));
        frames.forEach(f -> command.add(Integer.toString(f)));
        String said = Tools.output(command);
        String line = said.lines()
                .filter(l -> l.startsWith("BEATBOARD "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said));
        return MAPPER.readTree(line.substring("BEATBOARD ".length()));
    }
}
