package dev.beatboard.file.guide;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.PrettyJson;
import dev.beatboard.file.Slate;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.Timecode;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.DepthSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes `manifest.json`, which lists everything in the folder and how it is to be read, and
/// `prompts.json`, the words of every keyframe with their frames.
final class GuideManifest {

    static final int VERSION = 1;

    private final ClipTrack clip;
    private final Shot shot;
    private final List<SceneObject> objects;
    private final List<DepthSpan> depths;
    private final Slate slate;

    GuideManifest(ClipTrack clip, Shot shot, List<SceneObject> objects, List<DepthSpan> depths, Slate slate) {
        this.clip = clip;
        this.shot = shot;
        this.objects = List.copyOf(objects);
        this.depths = List.copyOf(depths);
        this.slate = slate;
    }

    /// @param absent by guide, why
    /// @param stills by frame, the file
    /// @param videos names of guides that have one
    List<Path> write(
            Path folder,
            List<Guide> guides,
            Map<String, String> absent,
            Map<Integer, String> stills,
            Set<String> videos)
            throws IOException {
        Path prompts = folder.resolve("prompts.json");
        put(prompts, prompts(stills));
        Path manifest = folder.resolve("manifest.json");
        put(manifest, manifest(guides, absent, stills, videos));
        return List.of(prompts, manifest);
    }

    private static void put(Path target, ObjectNode tree) throws IOException {
        OutputFile.write(target, PrettyJson.text(tree));
    }

    private ObjectNode prompts(Map<Integer, String> stills) {
        ObjectNode o = head("beatboard-prompts");
        ArrayNode list = o.putArray("keyframes");
        for (int k = 0; k < shot.keyframes().size(); k++) {
            Keyframe key = shot.keyframes().get(k);
            int frame = shot.frameOf(k);
            ObjectNode p = list.addObject();
            p.put("frame", frame);
            p.put("timecode", Timecode.of(shot.rate()).text(frame));
            if (clip.frames().contains(frame)) {
                p.put("index", frame - clip.frames().first());
            }
            if (!key.prompt().isBlank()) {
                p.put("prompt", key.prompt());
            }
            String still = stills.get(frame);
            if (still != null) {
                p.put("still", still);
            }
        }
        return o;
    }

    private ObjectNode head(String format) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("format", format);
        o.put("version", VERSION);
        o.put("title", clip.title());
        o.put("shot", slate.shotDigest());
        o.put("seed", slate.seed());
        o.put("engine", slate.engineVersion());
        o.putArray("rate").add(clip.rate().numerator()).add(clip.rate().denominator());
        o.put("width", clip.width());
        o.put("height", clip.height());
        o.put("firstFrame", clip.frames().first());
        o.put("frames", clip.frames().count());
        o.put("firstFile", FileNumber.of(clip.frames().first()));
        return o;
    }

    private ObjectNode manifest(
            List<Guide> guides, Map<String, String> absent, Map<Integer, String> stills, Set<String> videos) {
        ObjectNode o = head("beatboard-guides");
        ArrayNode spans = o.putArray("depthRanges");
        for (DepthSpan d : depths) {
            spans.addObject()
                    .put("firstFrame", d.frames().first())
                    .put("lastFrame", d.frames().last())
                    .put("near", round(d.range().near()))
                    .put("far", round(d.range().far()));
        }
        ArrayNode list = o.putArray("guides");
        for (Guide g : guides) {
            ObjectNode n = list.addObject().put("name", g.name());
            String why = absent.get(g.name());
            n.put("present", why == null);
            if (why != null) {
                n.put("why", why);
                continue;
            }
            n.put(
                    "files",
                    g.name() + "/" + GuideWriter.file(clip.frames().first()) + " .. "
                            + GuideWriter.file(clip.frames().last()));
            if (videos.contains(g.name())) {
                n.put("video", g.name() + ".mp4");
            }
            n.put("encoding", g.encoding());
        }
        ArrayNode seen = o.putArray("objects");
        for (int i = 0; i < objects.size(); i++) {
            seen.addObject()
                    .put("number", i)
                    .put("name", objects.get(i).name())
                    .put("performer", objects.get(i).performer())
                    .put("color", String.format(Locale.ROOT, "#%06x", Guides.Segments.color(i)));
        }
        ArrayNode pictures = o.putArray("stills");
        stills.forEach((frame, file) -> pictures.addObject()
                .put("frame", frame)
                .put("index", frame - clip.frames().first())
                .put("file", file));
        o.put("prompts", "prompts.json");
        pipelines(o.putArray("pipelines"));
        return o;
    }

    private void pipelines(ArrayNode list) {
        pipeline(
                list,
                "Wan VACE",
                4,
                16,
                "control video: depth.mp4, pose.mp4; reference: a still; mask: a color of segmentation");
        pipeline(list, "Wan Fun Control", 4, 16, "control video: depth.mp4 or pose.mp4; start image: the first still");
        pipeline(list, "LTX-Video IC-LoRA", 8, 32, "depth.mp4 or pose.mp4; stills as images at their index");
        pipeline(
                list,
                "AnimateDiff with ControlNet",
                1,
                8,
                "the folders depth, pose, normals, segmentation, a frame each");
    }

    /// @param step a pipeline takes a multiple of this many frames and one more
    /// @param side and sides of a multiple of this many pixels
    private void pipeline(ArrayNode list, String name, int step, int side, String use) {
        int frames = clip.frames().count();
        list.addObject()
                .put("name", name)
                .put("use", use)
                .put("framesTaken", step == 1 ? frames : (frames - 1) / step * step + 1)
                .put("sizeTaken", clip.width() / side * side + "x" + clip.height() / side * side);
    }

    private static double round(double meters) {
        return Math.rint(1000 * meters) / 1000;
    }
}
