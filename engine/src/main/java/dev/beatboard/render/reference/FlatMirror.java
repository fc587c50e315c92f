package dev.beatboard.render.reference;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Material;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that stands still, lies in one plane and mirrors sharply: panes, mirrors, polished tops.
final class FlatMirror {

    /// Faces whose normals differ by less, and whose planes are nearer than this (meters), are one mirror.
    private static final double SAME_NORMAL = 0.002;
    private static final double SAME_PLANE = 0.02;
    /// GGX width up to which gloss is taken for a mirror, of the sun.
    private static final double GLOSSY = 0.03;
    /// An image of the sun in gloss is wider by so many widths of the lobe.
    private static final double LOBE = 3;
    /// What mirrors, panes and gloss mirror at small angles.
    private static final double OF_MIRROR = 0.9;

    private static final double OF_GLASS = 0.08;
    private static final double OF_GLOSS = 0.04;
    /// Emitters nearer to a plane are part of it, meters.
    private static final double PART = 0.05;
    /// Points nearer to a plane are of it.
    private static final double TOUCHING = 1e-3;
    /// How far off its edge what is seen in it may be, meters.
    private static final double EDGE = 0.1;

    private final Vec3 normal;
    private final double offset;
    private final double share;
    private final double alpha;
    private double area;
    private Vec3 low;
    private Vec3 high;

    private FlatMirror(Vec3 normal, double offset, double share, double alpha, double area, Vec3 low, Vec3 high) {
        this.normal = normal;
        this.offset = offset;
        this.share = share;
        this.alpha = alpha;
        this.area = area;
        this.low = low;
        this.high = high;
    }

    /// Those of a mesh, each from both of its sides.
    static List<FlatMirror> all(Mesh mesh, Finish finish) {
        Map<List<Long>, FlatMirror> found = new LinkedHashMap<>();
        for (int t = 0; t < mesh.fixedTriangles; t++) {
            Finish.Entry f = finish.of(t);
            double alpha = (double) f.material.roughness() * f.material.roughness();
            boolean glossy = alpha <= GLOSSY
                    && f.material.specular() > 0
                    && f.material.opacity() == Material.Opacity.OPAQUE
                    && f.kind == Material.Kind.PLAIN;
            if (!glossy && !DirectLight.mirrors(f)) {
                continue;
            }
            Vec3 a = corner(mesh, 3 * t);
            Vec3 b = corner(mesh, 3 * t + 1);
            Vec3 c = corner(mesh, 3 * t + 2);
            Vec3 n = b.minus(a).cross(c.minus(a));
            double area = n.length() / 2;
            if (!(area > 0)) {
                continue;
            }
            n = n.times(facing(n) / (2 * area));
            double offset = n.dot(a);
            double share = f.clear ? OF_GLASS : glossy ? OF_GLOSS : OF_MIRROR;
            List<Long> key = List.of(
                    Math.round(n.x() / SAME_NORMAL),
                    Math.round(n.y() / SAME_NORMAL),
                    Math.round(n.z() / SAME_NORMAL),
                    Math.round(offset / SAME_PLANE),
                    Math.round(100 * share));
            Vec3 normal = n;
            FlatMirror m =
                    found.computeIfAbsent(key, k -> new FlatMirror(normal, offset, share, glossy ? alpha : 0, 0, a, a));
            m.area += area;
            m.cover(a);
            m.cover(b);
            m.cover(c);
        }
        List<FlatMirror> both = new ArrayList<>();
        for (FlatMirror m : found.values()) {
            both.add(m);
            both.add(new FlatMirror(m.normal.negated(), -m.offset, m.share, m.alpha, m.area, m.low, m.high));
        }
        return both;
    }

    /// The sign that makes of a normal and its opposite the same.
    private static double facing(Vec3 n) {
        double first =
                Math.abs(n.x()) > 1e-6 * n.length() ? n.x() : Math.abs(n.y()) > 1e-6 * n.length() ? n.y() : n.z();
        return Math.signum(first);
    }

    private static Vec3 corner(Mesh mesh, int k) {
        int v = 3 * mesh.corners[k];
        return new Vec3(mesh.positions[v], mesh.positions[v + 1], mesh.positions[v + 2]);
    }

    private void cover(Vec3 p) {
        low = new Vec3(Math.min(low.x(), p.x()), Math.min(low.y(), p.y()), Math.min(low.z(), p.z()));
        high = new Vec3(Math.max(high.x(), p.x()), Math.max(high.y(), p.y()), Math.max(high.z(), p.z()));
    }

    /// A point in its middle, turned to those who see themselves in it.
    Surface middle() {
        Vec3 c = low.lerp(high, 0.5);
        Surface s = new Surface();
        s.x = (float) c.x();
        s.y = (float) c.y();
        s.z = (float) c.z();
        s.nx = (float) normal.x();
        s.ny = (float) normal.y();
        s.nz = (float) normal.z();
        return s;
    }

    /// Of light that falls on it evenly, how much it throws back: square meters.
    double power() {
        return area * share;
    }

    /// The image of an emitter, null if that does not stand before it.
    @Nullable
    Emitter image(Emitter e) {
        return switch (e) {
            case Emitter.Rectangle r
            when alpha == 0 && above(r.center()) > PART ->
                // Mirrored, the edges turn the other way round.
                new Emitter.Rectangle(
                        r.group(),
                        mirrored(r.center(), offset),
                        mirrored(r.v(), 0),
                        mirrored(r.u(), 0),
                        r.radiance().times(share));
            case Emitter.Bulb b
            when alpha == 0 && above(b.center()) > PART ->
                new Emitter.Bulb(
                        b.group(),
                        mirrored(b.center(), offset),
                        b.radius(),
                        b.intensity().times(share));
            case Emitter.Sun s
            when normal.dot(s.toward()) > 0 ->
                new Emitter.Sun(
                        s.group(),
                        mirrored(s.toward(), 0).normalized(),
                        s.angularRadius() + LOBE * alpha,
                        s.irradiance().times(share));
            default -> null;
        };
    }

    private double above(Vec3 p) {
        return normal.dot(p) - offset;
    }

    /// A point mirrored, or a direction if `from` is 0.
    private Vec3 mirrored(Vec3 p, double from) {
        return p.plus(normal, -2 * (normal.dot(p) - from));
    }

    /// Whether a point sees in it what image `i` of `images` stands for, or nearly.
    boolean shows(Lights images, int i, Surface p) {
        boolean far = images.type[i] == Lights.SUN;
        double dx = images.center[3 * i] - (far ? 0 : p.x);
        double dy = images.center[3 * i + 1] - (far ? 0 : p.y);
        double dz = images.center[3 * i + 2] - (far ? 0 : p.z);
        double above = normal.x() * p.x + normal.y() * p.y + normal.z() * p.z - offset;
        double fall = -(normal.x() * dx + normal.y() * dy + normal.z() * dz);
        if (above <= TOUCHING || fall <= 1e-6) {
            return false;
        }
        double t = above / fall;
        double off = EDGE
                + switch (images.type[i]) {
                    case Lights.RECTANGLE -> images.halfU[i] + images.halfV[i];
                    case Lights.SUN -> images.radius[i] * above;
                    default -> images.radius[i];
                };
        return within(p.x + t * dx, low.x(), high.x(), off)
                && within(p.y + t * dy, low.y(), high.y(), off)
                && within(p.z + t * dz, low.z(), high.z(), off);
    }

    private static boolean within(double x, double low, double high, double off) {
        return x > low - off && x < high + off;
    }
}
