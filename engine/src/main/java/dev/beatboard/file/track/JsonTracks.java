package dev.beatboard.file.track;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.Slate;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.time.Timecode;
import dev.beatboard.track.ArkitCoefficient;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FaceLandmark;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.HandPoint;
import dev.beatboard.track.HeadPose;
import dev.beatboard.track.ImageBox;
import dev.beatboard.track.LensTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.SkeletonPlan;
import dev.beatboard.track.TrackPoint;
import dev.beatboard.track.TrackedPerformer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes the tracks of a clip as one JSON document, frame after frame, so that no more than one
/// frame is in memory.
public final class JsonTracks implements TrackSink {

    /// Names the form of the document; grows when a reader of the older form would be wrong about
    /// the newer.
    public static final int VERSION = 1;

    private static final String ABOUT = "Meters, right-handed, y up. Pixels from the top left corner, x right, y down;"
            + " the middle of the first pixel is 0.5, 0.5. Left and right are the person's own. Angles in degrees."
            + " Quaternions x, y, z, w. A point is [x, y, z, u, v, depth, inside]: world, pixels, meters along the"
            + " optical axis, 1 within the picture or 0; or [x, y, z] where it is behind the lens. Points are given"
            + " whether or not something hides them. What does not apply is absent.";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;
    private final ClipTrack clip;

    private JsonTracks(JsonGenerator json, ClipTrack clip) {
        this.json = json;
        this.clip = clip;
    }

    /// @throws IOException with a message for people
    public static void write(Path target, ClipTrack clip, Slate slate) throws IOException {
        TrackFiles.write(Map.of(target, part -> open(part, clip, slate)), clip);
    }

    static TrackSink open(Path part, ClipTrack clip, Slate slate) throws IOException {
        JsonTracks tracks = new JsonTracks(
                MAPPER.createGenerator(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)), clip);
        tracks.begin(slate);
        return tracks;
    }

    private void begin(Slate slate) {
        json.writeStartObject();
        json.writeStringProperty("format", "beatboard-tracks");
        json.writeNumberProperty("version", VERSION);
        json.writeStringProperty("about", ABOUT);
        json.writeStringProperty("title", clip.title());
        json.writeStringProperty("shot", slate.shotDigest());
        json.writeNumberProperty("seed", slate.seed());
        json.writeStringProperty("engine", slate.engineVersion());
        json.writeName("rate");
        json.writeStartArray();
        json.writeNumber(clip.rate().numerator());
        json.writeNumber(clip.rate().denominator());
        json.writeEndArray();
        json.writeNumberProperty("width", clip.width());
        json.writeNumberProperty("height", clip.height());
        json.writeNumberProperty("firstFrame", clip.frames().first());
        json.writeNumberProperty("lastFrame", clip.frames().last());
        names(
                "faceLandmarks",
                Arrays.stream(FaceLandmark.values()).map(FaceLandmark::key).toList());
        names(
                "handPoints",
                Arrays.stream(HandPoint.values()).map(HandPoint::key).toList());
        json.writeName("performers");
        json.writeStartArray();
        clip.performers().forEach(this::who);
        json.writeEndArray();
        json.writeName("frames");
        json.writeStartArray();
    }

    @Override
    public void end() {
        json.writeRaw("\n");
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw("\n");
    }

    @Override
    public void close() {
        json.close();
    }

    private void who(TrackedPerformer p) {
        json.writeStartObject();
        json.writeStringProperty("name", p.name());
        json.writeNumberProperty("object", p.object());
        names(
                "coefficients",
                p.coefficients().stream().map(ArkitCoefficient::key).toList());
        List<SkeletonPlan.Joint> joints = p.skeleton().joints();
        names("joints", joints.stream().map(SkeletonPlan.Joint::name).toList());
        json.writeName("parents");
        json.writeStartArray();
        joints.forEach(j -> json.writeNumber(j.parent()));
        json.writeEndArray();
        json.writeName("rest");
        json.writeStartArray();
        joints.forEach(j -> vector(j.rest(), Digits.METERS));
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void frame(FrameTrack f) {
        json.writeRaw("\n");
        json.writeStartObject();
        json.writeNumberProperty("frame", f.frame());
        number("time", clip.rate().timeOf(f.frame()).toSeconds(), Digits.SECONDS);
        json.writeStringProperty("timecode", Timecode.of(clip.rate()).text(f.frame()));
        lens(f.lens());
        json.writeName("performers");
        json.writeStartArray();
        for (int i = 0; i < f.performers().size(); i++) {
            json.writeRaw("\n ");
            performer(clip.performers().get(i).name(), f.performers().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void lens(LensTrack l) {
        json.writeName("lens");
        json.writeStartObject();
        vector("position", l.position(), Digits.METERS);
        turn("orientation", l.orientation());
        number("focalLength", l.focalLength(), Digits.METERS);
        number("sensorWidth", l.sensorWidth(), Digits.METERS);
        number("focusDistance", l.focusDistance(), Digits.METERS);
        if (Double.isFinite(l.fNumber())) {
            number("fNumber", l.fNumber(), Digits.DEGREES);
        }
        json.writeEndObject();
    }

    private void performer(String name, PerformerTrack p) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        p.visible().ifPresent(v -> number("visible", v, Digits.SHARES));
        p.face().ifPresent(this::box);
        head(p.head());
        gaze(p.gaze());
        json.writeName("coefficients");
        json.writeStartObject();
        for (Map.Entry<ArkitCoefficient, Double> c : p.coefficients().entrySet()) {
            number(c.getKey().key(), c.getValue(), Digits.SHARES);
        }
        json.writeEndObject();
        points("landmarks", p.landmarks());
        points("joints", p.joints());
        json.writeName("rotations");
        json.writeStartArray();
        p.rotations().forEach(this::turn);
        json.writeEndArray();
        points("leftHand", p.leftHand());
        points("rightHand", p.rightHand());
        json.writeEndObject();
    }

    private void box(ImageBox b) {
        json.writeName("faceBox");
        json.writeStartArray();
        number(b.x(), Digits.PIXELS);
        number(b.y(), Digits.PIXELS);
        number(b.width(), Digits.PIXELS);
        number(b.height(), Digits.PIXELS);
        json.writeEndArray();
    }

    private void head(HeadPose h) {
        json.writeName("head");
        json.writeStartObject();
        turn("orientation", h.orientation());
        number("yaw", h.yaw(), Digits.DEGREES);
        number("pitch", h.pitch(), Digits.DEGREES);
        number("roll", h.roll(), Digits.DEGREES);
        number("offLens", h.offLens(), Digits.DEGREES);
        json.writeEndObject();
    }

    private void gaze(Gaze g) {
        json.writeName("gaze");
        json.writeStartObject();
        vector("from", g.from(), Digits.METERS);
        vector("direction", g.direction(), Digits.TURNS);
        if (g.target().isPresent()) {
            Gaze.Target target = g.target().get();
            json.writeName("target");
            json.writeStartObject();
            switch (target) {
                case Gaze.Lens l -> json.writeStringProperty("kind", "lens");
                case Gaze.Performer p -> {
                    json.writeStringProperty("kind", "performer");
                    json.writeStringProperty("name", p.name());
                }
                case Gaze.Place p -> {
                    json.writeStringProperty("kind", "place");
                    p.thing().ifPresent(t -> json.writeStringProperty("name", t));
                }
            }
            vector("point", target.point(), Digits.METERS);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void points(String name, List<TrackPoint> points) {
        json.writeName(name);
        json.writeStartArray();
        for (TrackPoint p : points) {
            StringBuilder b = new StringBuilder(64).append('[');
            Decimal.append(b, p.world().x(), Digits.METERS);
            Decimal.append(b.append(','), p.world().y(), Digits.METERS);
            Decimal.append(b.append(','), p.world().z(), Digits.METERS);
            p.image().ifPresent(i -> {
                Decimal.append(b.append(','), i.x(), Digits.PIXELS);
                Decimal.append(b.append(','), i.y(), Digits.PIXELS);
                Decimal.append(b.append(','), i.depth(), Digits.METERS);
                b.append(i.inside() ? ",1" : ",0");
            });
            json.writeRawValue(b.append(']').toString());
        }
        json.writeEndArray();
    }

    private void names(String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void vector(String name, Vec3 v, int decimals) {
        json.writeName(name);
        vector(v, decimals);
    }

    private void vector(Vec3 v, int decimals) {
        json.writeStartArray();
        number(v.x(), decimals);
        number(v.y(), decimals);
        number(v.z(), decimals);
        json.writeEndArray();
    }

    private void turn(String name, Quat q) {
        json.writeName(name);
        turn(q);
    }

    private void turn(Quat q) {
        json.writeStartArray();
        number(q.x(), Digits.TURNS);
        number(q.y(), Digits.TURNS);
        number(q.z(), Digits.TURNS);
        number(q.w(), Digits.TURNS);
        json.writeEndArray();
    }

    private void number(String name, double value, int decimals) {
        json.writeName(name);
        number(value, decimals);
    }

    private void number(double value, int decimals) {
        json.writeRawValue(Decimal.of(value, decimals));
    }
}
