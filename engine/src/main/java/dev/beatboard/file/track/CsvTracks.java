package dev.beatboard.file.track;

import dev.beatboard.file.Decimal;
import dev.beatboard.time.Timecode;
import dev.beatboard.track.ArkitCoefficient;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FaceLandmark;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.HandPoint;
import dev.beatboard.track.HeadPose;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.SkeletonPlan;
import dev.beatboard.track.TrackPoint;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the tracks of a clip as two tables (RFC 4180, UTF-8, a line of names first):
/// `track-points.csv` with a row per frame, performer and point, and `track-performers.csv` with a
/// row per frame and performer. Empty cells are absent.
public final class CsvTracks implements TrackSink {

    private static final String POINTS = "frame,time,timecode,performer,kind,index,name,x,y,z,u,v,depth,inside\n";
    private static final String PERFORMERS = "frame,time,timecode,performer,visible,"
            + "face_x,face_y,face_width,face_height,"
            + "head_qx,head_qy,head_qz,head_qw,head_yaw,head_pitch,head_roll,head_off_lens,"
            + "gaze_from_x,gaze_from_y,gaze_from_z,gaze_x,gaze_y,gaze_z,"
            + "target_kind,target_name,target_x,target_y,target_z";

    private final BufferedWriter out;
    private final ClipTrack clip;
    private final Rows rows;

    private CsvTracks(BufferedWriter out, ClipTrack clip, Rows rows) {
        this.out = out;
        this.clip = clip;
        this.rows = rows;
    }

    /// Writes both tables into `folder`.
    ///
    /// @throws IOException with a message for people
    public static void write(Path folder, ClipTrack clip) throws IOException {
        Map<Path, Opening> files = new LinkedHashMap<>();
        files.put(folder.resolve("track-points.csv"), part -> points(part, clip));
        files.put(folder.resolve("track-performers.csv"), part -> performers(part, clip));
        TrackFiles.write(files, clip);
    }

    static TrackSink points(Path part, ClipTrack clip) throws IOException {
        return table(part, POINTS, clip, CsvTracks::points);
    }

    static TrackSink performers(Path part, ClipTrack clip) throws IOException {
        String names =
                Arrays.stream(ArkitCoefficient.values()).map(c -> "," + c.key()).collect(Collectors.joining());
        return table(part, PERFORMERS + names + "\n", clip, CsvTracks::performer);
    }

    private interface Rows {
        /// @param start the first four cells of each row
        void write(StringBuilder out, String start, ClipTrack clip, int performer, PerformerTrack p);
    }

    private static TrackSink table(Path part, String header, ClipTrack clip, Rows rows) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        out.write(header);
        return new CsvTracks(out, clip, rows);
    }

    @Override
    public void frame(FrameTrack f) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < f.performers().size(); i++) {
            String start = f.frame() + ","
                    + Decimal.of(clip.rate().timeOf(f.frame()).toSeconds(), Digits.SECONDS) + ","
                    + Timecode.of(clip.rate()).text(f.frame()) + ","
                    + cell(clip.performers().get(i).name());
            rows.write(text, start, clip, i, f.performers().get(i));
        }
        out.append(text);
    }

    @Override
    public void end() {
        // A table ends with its last row.
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static void points(StringBuilder out, String start, ClipTrack clip, int performer, PerformerTrack p) {
        List<String> joints = clip.performers().get(performer).skeleton().joints().stream()
                .map(SkeletonPlan.Joint::name)
                .toList();
        List<String> hand =
                Arrays.stream(HandPoint.values()).map(HandPoint::key).toList();
        List<String> face =
                Arrays.stream(FaceLandmark.values()).map(FaceLandmark::key).toList();
        points(out, start, "joint", joints, p.joints());
        points(out, start, "face", face, p.landmarks());
        points(out, start, "left-hand", hand, p.leftHand());
        points(out, start, "right-hand", hand, p.rightHand());
    }

    private static void points(
            StringBuilder out, String start, String kind, List<String> names, List<TrackPoint> points) {
        for (int i = 0; i < points.size(); i++) {
            TrackPoint p = points.get(i);
            out.append(start).append(',').append(kind).append(',').append(i).append(',');
            out.append(names.get(i));
            numbers(out, Digits.METERS, p.world().x(), p.world().y(), p.world().z());
            if (p.image().isPresent()) {
                numbers(out, Digits.PIXELS, p.image().get().x(), p.image().get().y());
                numbers(out, Digits.METERS, p.image().get().depth());
                out.append(p.image().get().inside() ? ",1\n" : ",0\n");
            } else {
                out.append(",,,,\n");
            }
        }
    }

    private static void performer(StringBuilder out, String start, ClipTrack clip, int performer, PerformerTrack p) {
        out.append(start).append(',');
        p.visible().ifPresent(v -> Decimal.append(out, v, Digits.SHARES));
        if (p.face().isPresent()) {
            var b = p.face().get();
            numbers(out, Digits.PIXELS, b.x(), b.y(), b.width(), b.height());
        } else {
            out.append(",,,,");
        }
        HeadPose h = p.head();
        var q = h.orientation();
        numbers(out, Digits.TURNS, q.x(), q.y(), q.z(), q.w());
        numbers(out, Digits.DEGREES, h.yaw(), h.pitch(), h.roll(), h.offLens());
        Gaze g = p.gaze();
        numbers(out, Digits.METERS, g.from().x(), g.from().y(), g.from().z());
        numbers(
                out,
                Digits.TURNS,
                g.direction().x(),
                g.direction().y(),
                g.direction().z());
        if (g.target().isPresent()) {
            Gaze.Target target = g.target().get();
            out.append(
                    switch (target) {
                        case Gaze.Lens l -> ",lens,";
                        case Gaze.Performer o -> ",performer," + cell(o.name());
                        case Gaze.Place o -> ",place," + cell(o.thing().orElse(""));
                    });
            numbers(
                    out,
                    Digits.METERS,
                    target.point().x(),
                    target.point().y(),
                    target.point().z());
        } else {
            out.append(",,,,,");
        }
        for (ArkitCoefficient c : ArkitCoefficient.values()) {
            out.append(',');
            Double v = p.coefficients().get(c);
            if (v != null) {
                Decimal.append(out, v, Digits.SHARES);
            }
        }
        out.append('\n');
    }

    private static void numbers(StringBuilder out, int decimals, double... values) {
        for (double v : values) {
            Decimal.append(out.append(','), v, decimals);
        }
    }

    /// Quoted where it has to be.
    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
