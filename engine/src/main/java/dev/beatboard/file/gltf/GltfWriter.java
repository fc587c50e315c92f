package dev.beatboard.file.gltf;

import dev.beatboard.file.OutputFile;
import dev.beatboard.scene.Rgb;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a shot as a binary glTF file.
///
/// The scene's extras say under `beatboard` what the file is of: title, shot digest, seed, engine, rate, frames, cuts,
/// keyframes with their prompts, people, `ambient`, an irradiance that stands for the light that bounced, and `sky`,
/// the
/// mean radiance of the background, both times exposure.
public final class GltfWriter {

    private static final int FORMAT = 1;

    private GltfWriter() {}

    /// @throws IOException with a message for people, if the file cannot be written
    public static void write(Path target, ShotModel model, GltfForm form) throws IOException {
        OutputFile.write(target, encode(model, form));
    }

    /// The bytes of the file; the same for the same model.
    ///
    /// @throws IOException if it would be larger than 2 GB
    public static byte[] encode(ShotModel model, GltfForm form) throws IOException {
        Store store = new Store(form.compressed());
        ObjectNode root = store.root();
        ((ObjectNode) root.get("asset"))
                .put("version", "2.0")
                .put("generator", "Beatboard " + model.slate().engineVersion());
        root.put("scene", 0);
        ObjectNode scene =
                store.list("scenes").addObject().put("name", model.slate().title());
        ArrayNode roots = scene.putArray("nodes");
        ObjectNode extras = scene.putObject("extras").putObject("beatboard");
        facts(extras, model);
        if (form.compressed()) {
            store.extension("KHR_mesh_quantization", true);
        }
        Geometry geometry = new Geometry(store, form);
        Materials materials =
                new Materials(store, form, model.lighting().getFirst().exposure());
        Timeline timeline = new Timeline(store, model, form);
        extras.put("camera", Lens.write(store, model, timeline, roots));
        People people = new People(store, model, geometry, materials, timeline, form);
        ArrayNode list = extras.putArray("performers");
        for (int i = 0; i < model.people().size(); i++) {
            people.write(model.people().get(i), i, roots, list.addObject());
        }
        SetNodes.write(store, SetModel.of(model.set()), geometry, materials, form, roots);
        new Lamps(store, model, timeline).write(roots);
        timeline.finish();
        return store.glb();
    }

    private static void facts(ObjectNode o, ShotModel model) {
        o.put("format", FORMAT);
        o.put("title", model.slate().title()).put("shot", model.slate().shotDigest());
        o.put("seed", model.slate().seed()).put("engine", model.slate().engineVersion());
        o.putArray("rate").add(model.rate().numerator()).add(model.rate().denominator());
        o.put("frames", model.frames()).put("aspect", model.aspect());
        ArrayNode cuts = o.putArray("cuts");
        model.cuts().forEach(cuts::add);
        ArrayNode keyframes = o.putArray("keyframes");
        for (ShotModel.Marker m : model.markers()) {
            keyframes.addObject().put("frame", m.frame()).put("prompt", m.prompt());
        }
        double exposure = model.lighting().getFirst().exposure();
        color(o, "ambient", model.ambient().times(exposure));
        color(o, "sky", model.sky().times(exposure));
    }

    private static void color(ObjectNode o, String name, Rgb c) {
        o.putArray(name).add(c.r()).add(c.g()).add(c.b());
    }
}
