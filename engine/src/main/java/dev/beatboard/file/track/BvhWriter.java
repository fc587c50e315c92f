package dev.beatboard.file.track;

import dev.beatboard.file.Decimal;
import dev.beatboard.math.Quat;
import dev.beatboard.math.RotationOrder;
import dev.beatboard.math.Vec3;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.SkeletonPlan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Writes the motion of one performer as BVH: centimeters, y up, the rest pose (arms out, facing
/// +z) as HIERARCHY, and rotations in degrees in the order Z, X, Y, so that a joint's turn is Rz Rx
/// Ry. The root has its place and its turn, every other joint its turn alone. Frame 0 of the file
/// is the first tracked frame.
///
/// Source: Meredith and Maddock, Motion Capture File Formats Explained, section BVH.
public final class BvhWriter implements TrackSink {

    private static final double CENTIMETERS = 100;
    private static final int PLACES = 4;
    private static final int ANGLES = 5;
    private static final int RATE_DECIMALS = 8;
    /// A bone that ends the chain is drawn as half as long as the one before it.
    private static final double END = 0.5;

    private final BufferedWriter out;
    private final Hierarchy hierarchy;
    private final int performer;

    private BvhWriter(BufferedWriter out, Hierarchy hierarchy, int performer) {
        this.out = out;
        this.hierarchy = hierarchy;
        this.performer = performer;
    }

    /// @param performer place in the cast
    /// @throws IOException with a message for people
    public static void write(Path target, ClipTrack clip, int performer) throws IOException {
        TrackFiles.write(Map.of(target, part -> open(part, clip, performer)), clip);
    }

    static TrackSink open(Path part, ClipTrack clip, int performer) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.US_ASCII);
        Hierarchy hierarchy = new Hierarchy(clip.performers().get(performer).skeleton());
        out.append(hierarchy.text);
        out.write("MOTION\nFrames: " + clip.frames().count() + "\nFrame Time: "
                + Decimal.of(clip.rate().frameSeconds(), RATE_DECIMALS) + "\n");
        return new BvhWriter(out, hierarchy, performer);
    }

    @Override
    public void frame(FrameTrack frame) throws IOException {
        out.write(hierarchy.row(frame.performers().get(performer)));
    }

    @Override
    public void end() {
        // A motion ends with its last row.
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// The joints in the order in which BVH wants them: each followed by all below it.
    private static final class Hierarchy {

        private final List<SkeletonPlan.Joint> joints;
        private final List<List<Integer>> children = new ArrayList<>();
        private final List<Integer> order = new ArrayList<>();
        private final StringBuilder text = new StringBuilder("HIERARCHY\n");
        /// The turns of every joint in the frame before, so that no curve jumps by a whole turn.
        private final Vec3[] before;

        Hierarchy(SkeletonPlan skeleton) {
            joints = skeleton.joints();
            before = Collections.nCopies(joints.size(), Vec3.ZERO).toArray(Vec3[]::new);
            for (int i = 0; i < joints.size(); i++) {
                children.add(new ArrayList<>());
                if (i > 0) {
                    children.get(joints.get(i).parent()).add(i);
                }
            }
            joint(0, "");
        }

        private void joint(int i, String indent) {
            order.add(i);
            SkeletonPlan.Joint j = joints.get(i);
            boolean root = i == 0;
            // Readers disagree on whether the root's offset adds to its position; at zero they agree.
            Vec3 offset =
                    root ? Vec3.ZERO : j.rest().minus(joints.get(j.parent()).rest());
            text.append(indent)
                    .append(root ? "ROOT " : "JOINT ")
                    .append(name(j.name()))
                    .append('\n');
            text.append(indent).append("{\n");
            offset(indent + "\t", offset);
            text.append(indent)
                    .append(root ? "\tCHANNELS 6 Xposition Yposition Zposition " : "\tCHANNELS 3 ")
                    .append("Zrotation Xrotation Yrotation\n");
            for (int child : children.get(i)) {
                joint(child, indent + "\t");
            }
            if (children.get(i).isEmpty()) {
                text.append(indent).append("\tEnd Site\n").append(indent).append("\t{\n");
                offset(indent + "\t\t", offset.length() > 0 ? offset.times(END) : new Vec3(0, 0, 0.01));
                text.append(indent).append("\t}\n");
            }
            text.append(indent).append("}\n");
        }

        private void offset(String indent, Vec3 meters) {
            text.append(indent).append("OFFSET");
            numbers(text, PLACES, meters.times(CENTIMETERS));
            text.append('\n');
        }

        String row(PerformerTrack p) {
            StringBuilder row = new StringBuilder();
            numbers(row, PLACES, p.joints().getFirst().world().times(CENTIMETERS));
            for (int i : order) {
                Quat world = p.rotations().get(i);
                Quat local = i == 0
                        ? world
                        : p.rotations().get(joints.get(i).parent()).inverse().times(world);
                Vec3 turns = RotationOrder.YXZ.degrees(local, before[i]);
                before[i] = turns;
                numbers(row, ANGLES, new Vec3(turns.z(), turns.x(), turns.y()));
            }
            return row.append('\n').substring(1);
        }

        private static void numbers(StringBuilder to, int decimals, Vec3 v) {
            Decimal.append(to.append(' '), v.x(), decimals);
            Decimal.append(to.append(' '), v.y(), decimals);
            Decimal.append(to.append(' '), v.z(), decimals);
        }
    }

    /// White space would end a name.
    private static String name(String joint) {
        return joint.replaceAll("\\s+", "_");
    }
}
