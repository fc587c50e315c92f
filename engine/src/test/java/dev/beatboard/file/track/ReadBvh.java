package dev.beatboard.file.track;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Scanner;

/// A BVH file, read as its specification says and knowing nothing of how ours are written.
public final class ReadBvh {

    private record Node(String name, int parent, Vec3 offset, List<String> channels, int first) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<double[]> motion = new ArrayList<>();
    private double frameSeconds;

    public static ReadBvh of(Path file) throws IOException {
        ReadBvh b = new ReadBvh();
        b.read(new Scanner(Files.readString(file)));
        return b;
    }

    private void read(Scanner in) {
        Deque<Integer> open = new ArrayDeque<>();
        String name = "";
        int channels = 0;
        int end = 0;
        while (in.hasNext()) {
            String word = in.next();
            switch (word) {
                case "ROOT", "JOINT" -> name = in.next();
                case "End" -> {
                    in.next();
                    end++;
                }
                case "OFFSET" -> {
                    Vec3 o = new Vec3(number(in), number(in), number(in)).times(0.01);
                    if (end == 0) {
                        nodes.add(new Node(name, open.isEmpty() ? -1 : open.peek(), o, new ArrayList<>(), channels));
                        open.push(nodes.size() - 1);
                    }
                }
                case "CHANNELS" -> {
                    int n = in.nextInt();
                    for (int i = 0; i < n; i++) {
                        nodes.getLast().channels.add(in.next());
                    }
                    channels += n;
                }
                case "}" -> {
                    if (end > 0) {
                        end--;
                    } else {
                        open.pop();
                    }
                }
                case "Frames:" -> {
                    int frames = in.nextInt();
                    in.next();
                    in.next();
                    frameSeconds = number(in);
                    for (int f = 0; f < frames; f++) {
                        double[] row = new double[channels];
                        for (int i = 0; i < channels; i++) {
                            row[i] = number(in);
                        }
                        motion.add(row);
                    }
                }
                default -> {}
            }
        }
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }

    public int frames() {
        return motion.size();
    }

    public double frameSeconds() {
        return frameSeconds;
    }

    /// Where a joint is, meters.
    public Vec3 place(int frame, String joint) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name.equals(joint)) {
                return place(frame, i);
            }
        }
        throw new AssertionError("No joint " + joint);
    }

    private Vec3 place(int frame, int i) {
        Node n = nodes.get(i);
        double[] row = motion.get(frame);
        if (n.parent < 0) {
            return n.offset.plus(new Vec3(row[n.first], row[n.first + 1], row[n.first + 2]).times(0.01));
        }
        return place(frame, n.parent).plus(turn(frame, n.parent).rotate(n.offset));
    }

    private Quat turn(int frame, int i) {
        Node n = nodes.get(i);
        Quat q = n.parent < 0 ? Quat.IDENTITY : turn(frame, n.parent);
        for (int c = 0; c < n.channels.size(); c++) {
            double radians = Math.toRadians(motion.get(frame)[n.first + c]);
            q = switch (n.channels.get(c)) {
                case "Xrotation" -> q.times(Quat.about(Vec3.X, radians));
                case "Yrotation" -> q.times(Quat.about(Vec3.Y, radians));
                case "Zrotation" -> q.times(Quat.about(Vec3.Z, radians));
                default -> q;
            };
        }
        return q;
    }
}
