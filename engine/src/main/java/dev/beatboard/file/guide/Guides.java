package dev.beatboard.file.guide;

import dev.beatboard.file.Picture;
import dev.beatboard.frame.Frame;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.track.DepthRange;
import dev.beatboard.track.DepthSpan;
import dev.beatboard.track.FrameTrack;
import java.io.IOException;
import java.util.List;

/// The guides that are read off the planes of a frame pixel by pixel.
final class Guides {

    private Guides() {}

    /// What most depth control nets were taught: inverse depth, near is white.
    record InverseDepth(List<DepthSpan> spans) implements Guide {
        @Override
        public String name() {
            return "depth";
        }

        @Override
        public String encoding() {
            return "8-bit gray in RGB: (1/depth - 1/far) / (1/near - 1/far), white near, black far or nothing;"
                    + " see \"depthRanges\", which change at cuts only";
        }

        @Override
        public List<String> planes() {
            return List.of(Frame.DEPTH);
        }

        @Override
        public void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException {
            DepthRange range = DepthSpan.at(spans, track.frame());
            float[] depth = frame.plane(Frame.DEPTH).values();
            byte[] rgb = new byte[3 * depth.length];
            for (int i = 0; i < depth.length; i++) {
                byte v = (byte) Math.round(255 * range.inverse(depth[i]));
                rgb[3 * i] = v;
                rgb[3 * i + 1] = v;
                rgb[3 * i + 2] = v;
            }
            sheet.picture(new Picture(frame.width(), frame.height(), rgb));
        }
    }

    /// Depth that can be measured.
    record MetricDepth() implements Guide {

        private static final int MOST = 65_535;

        @Override
        public String name() {
            return "depth16";
        }

        @Override
        public String encoding() {
            return "16-bit gray: depth along the optical axis in millimeters; 65535 is that far or farther, 0 nothing";
        }

        @Override
        public List<String> planes() {
            return List.of(Frame.DEPTH);
        }

        @Override
        public void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException {
            float[] depth = frame.plane(Frame.DEPTH).values();
            short[] out = new short[depth.length];
            for (int i = 0; i < depth.length; i++) {
                out[i] = Float.isFinite(depth[i]) ? (short) Math.clamp(Math.round(1000.0 * depth[i]), 1, MOST) : 0;
            }
            sheet.data(frame.width(), frame.height(), out);
        }
    }

    /// Normals as the lens sees them.
    record Normals() implements Guide {
        @Override
        public String name() {
            return "normals";
        }

        @Override
        public String encoding() {
            return "8-bit RGB, normals in the lens's space as ScanNet has them: red is left, green is up, blue is toward"
                    + " the lens, each 127.5 (1 + n); black is nothing";
        }

        @Override
        public List<String> planes() {
            return List.of("N.X", "N.Y", "N.Z");
        }

        @Override
        public void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException {
            float[] x = frame.plane("N.X").values();
            float[] y = frame.plane("N.Y").values();
            float[] z = frame.plane("N.Z").values();
            Quat lens = track.lens().orientation().inverse();
            byte[] rgb = new byte[3 * x.length];
            for (int i = 0; i < x.length; i++) {
                Vec3 world = new Vec3(x[i], y[i], z[i]);
                if (world.lengthSquared() > 0) {
                    Vec3 n = lens.rotate(world.normalized());
                    rgb[3 * i] = code(-n.x());
                    rgb[3 * i + 1] = code(n.y());
                    rgb[3 * i + 2] = code(n.z());
                }
            }
            sheet.picture(new Picture(frame.width(), frame.height(), rgb));
        }

        private static byte code(double n) {
            return (byte) Math.round(127.5 * (1 + n));
        }
    }

    /// One flat color per object.
    record Segments() implements Guide {
        @Override
        public String name() {
            return "segmentation";
        }

        @Override
        public String encoding() {
            return "8-bit RGB, one flat color per object, not anti-aliased; see \"objects\"; black is nothing. The PNGs are"
                    + " exact, the video is not";
        }

        @Override
        public List<String> planes() {
            return List.of(Frame.OBJECT);
        }

        @Override
        public void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException {
            float[] ids = frame.plane(Frame.OBJECT).values();
            byte[] rgb = new byte[3 * ids.length];
            for (int i = 0; i < ids.length; i++) {
                int c = color((int) ids[i]);
                rgb[3 * i] = (byte) (c >> 16);
                rgb[3 * i + 1] = (byte) (c >> 8);
                rgb[3 * i + 2] = (byte) c;
            }
            sheet.picture(new Picture(frame.width(), frame.height(), rgb));
        }

        /// The color of an object by its number, `0xRRGGBB`: 0 is black, and no two numbers below
        /// 700 share one. Digits to the base of nine, spread by a step that keeps neighbors far
        /// apart.
        static int color(int object) {
            if (object == 0) {
                return 0;
            }
            int k = (int) ((object * 277L) % 728) + 1;
            return level(k % 9) << 16 | level(k / 9 % 9) << 8 | level(k / 81 % 9);
        }

        private static int level(int digit) {
            return Math.min(255, 32 * digit);
        }
    }

    /// Where each pixel goes until the next frame.
    record Flow() implements Guide {

        private static final double STEPS = 64;
        private static final int ZERO = 32_768;
        private static final int MOST = 65_535;

        @Override
        public String name() {
            return "motion";
        }

        @Override
        public String encoding() {
            return "16-bit RGB as KITTI has optical flow: u = (red - 32768) / 64 pixels to the right, v = (green - 32768)"
                    + " / 64 pixels DOWN to the next frame; blue is 1 where it holds, 0 where it is too far to be told";
        }

        @Override
        public List<String> planes() {
            return List.of("forward.u", "forward.v");
        }

        @Override
        public void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException {
            float[] u = frame.plane("forward.u").values();
            float[] up = frame.plane("forward.v").values();
            short[] out = new short[3 * u.length];
            for (int i = 0; i < u.length; i++) {
                double red = Math.rint(ZERO + STEPS * u[i]);
                double green = Math.rint(ZERO - STEPS * up[i]);
                if (red >= 0 && red <= MOST && green >= 0 && green <= MOST) {
                    out[3 * i] = (short) (int) red;
                    out[3 * i + 1] = (short) (int) green;
                    out[3 * i + 2] = 1;
                }
            }
            sheet.data(frame.width(), frame.height(), out);
        }
    }
}
