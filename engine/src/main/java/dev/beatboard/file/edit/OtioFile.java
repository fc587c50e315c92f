package dev.beatboard.file.edit;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.PrettyJson;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes an edit as OpenTimelineIO: one track, one clip per set-up with the movie as its media and
/// the frames beside it, one marker per keyframe with its prompt as comment. `Clip.2` and
/// `Marker.2` are read from version 0.15 on.
///
/// Source: OpenTimelineIO, "Serialized Schema Documentation" (opentimelineio.readthedocs.io).
public final class OtioFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MOVIE = "DEFAULT_MEDIA";
    private static final String FRAMES = "frames";

    private final Edit edit;
    private final double rate;

    private OtioFile(Edit edit) {
        this.edit = edit;
        this.rate = (double) edit.rate().numerator() / edit.rate().denominator();
    }

    public static void write(Path target, Edit edit) throws IOException {
        OutputFile.write(target, text(edit));
    }

    static String text(Edit edit) {
        return PrettyJson.text(new OtioFile(edit).timeline());
    }

    private ObjectNode timeline() {
        ObjectNode track = item("Track.1", "Video 1");
        track.putNull("source_range");
        track.put("kind", "Video");
        ArrayNode clips = track.putArray("children");
        edit.setUps().forEach(s -> clips.add(clip(s)));
        ObjectNode stack = item("Stack.1", "tracks");
        stack.putNull("source_range");
        stack.putArray("children").add(track);
        ObjectNode timeline = object("Timeline.1", edit.shot().title());
        timeline.set("metadata", metadata());
        timeline.set("global_start_time", time(edit.recorded(edit.frames().first())));
        timeline.set("tracks", stack);
        return timeline;
    }

    private ObjectNode metadata() {
        ObjectNode m = NODES.objectNode();
        m.putObject("beatboard")
                .put("shot", edit.slate().shotDigest())
                .put("seed", Long.toString(edit.slate().seed()))
                .put("engine", edit.slate().engineVersion())
                .put("quality", edit.slate().quality());
        return m;
    }

    private ObjectNode clip(Edit.SetUp setUp) {
        ObjectNode clip = item("Clip.2", setUp.name());
        clip.set("source_range", range(setUp.first(), setUp.count()));
        ArrayNode markers = clip.putArray("markers");
        for (int k : edit.keyframes(setUp)) {
            ObjectNode marker = object("Marker.2", Edit.name(k));
            marker.put("color", "YELLOW");
            marker.put("comment", edit.prompt(k));
            marker.set("marked_range", range(edit.shot().frameOf(k), 1));
            marker.putObject("metadata")
                    .putObject("beatboard")
                    .put("keyframe", k + 1)
                    .put("frame", FileNumber.of(edit.shot().frameOf(k)))
                    .put("prompt", edit.prompt(k));
            markers.add(marker);
        }
        ObjectNode media = clip.putObject("media_references");
        edit.movie().ifPresent(m -> media.set(MOVIE, movie(m)));
        edit.sequence().ifPresent(s -> media.set(edit.movie().isPresent() ? FRAMES : MOVIE, frames(s)));
        if (media.isEmpty()) {
            media.set(MOVIE, object("MissingReference.1", ""));
        }
        clip.put("active_media_reference_key", MOVIE);
        return clip;
    }

    private ObjectNode movie(String file) {
        ObjectNode reference = reference("ExternalReference.1", file);
        reference.put("target_url", Urls.of(file));
        return reference;
    }

    private ObjectNode frames(Edit.Sequence s) {
        ObjectNode reference = reference("ImageSequenceReference.1", s.prefix() + "####" + s.suffix());
        reference.put("target_url_base", Urls.of(s.folder()) + "/");
        reference.put("name_prefix", s.prefix());
        reference.put("name_suffix", s.suffix());
        reference.put("start_frame", FileNumber.of(edit.frames().first()));
        reference.put("frame_step", 1);
        reference.put("rate", rate);
        reference.put("frame_zero_padding", 4);
        reference.put("missing_frame_policy", "error");
        return reference;
    }

    private ObjectNode reference(String schema, String name) {
        ObjectNode reference = object(schema, name);
        reference.set(
                "available_range", range(edit.frames().first(), edit.frames().count()));
        reference.putNull("available_image_bounds");
        return reference;
    }

    private static ObjectNode object(String schema, String name) {
        ObjectNode o = NODES.objectNode().put("OTIO_SCHEMA", schema);
        o.putObject("metadata");
        o.put("name", name);
        return o;
    }

    private static ObjectNode item(String schema, String name) {
        ObjectNode o = object(schema, name);
        o.putArray("effects");
        o.putArray("markers");
        o.put("enabled", true);
        return o;
    }

    private ObjectNode range(long start, long count) {
        ObjectNode range = NODES.objectNode().put("OTIO_SCHEMA", "TimeRange.1");
        range.set("duration", time(count));
        range.set("start_time", time(start));
        return range;
    }

    private ObjectNode time(long frames) {
        return NODES.objectNode()
                .put("OTIO_SCHEMA", "RationalTime.1")
                .put("rate", rate)
                .put("value", (double) frames);
    }
}
