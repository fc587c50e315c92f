package dev.beatboard.render.reference;

import dev.beatboard.render.emitter.LightSampler;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.texture.Surface;

/// Sends a share of what a surface scatters to the [Aims] that are worth it there. A path weighs what it finds by how
/// densely it looked on the whole, so that a wrong aim costs time and changes no mean: one sample of several
/// strategies, weighed by the balance heuristic (Veach 1997). One per worker.
final class Guide {

    /// The largest share that is aimed.
    private static final double MOST = 0.15;
    /// Half of that where aims are worth this much of the light that is there without them.
    private static final double WORTH = 0.01;

    private final Aims aims;
    private final double[] weight;
    private final LightSampler target = new LightSampler();
    private double weights;
    private double share;
    /// Where the point is.
    private double x;

    private double y;
    private double z;

    Guide(Aims aims) {
        this.aims = aims;
        weight = new double[aims.targets().count];
    }

    /// Turns to a point that emitters give so much light to.
    void turn(Interaction at, double light) {
        Surface p = at.p;
        x = at.x;
        y = at.y;
        z = at.z;
        weights = 0;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = strength(i, p);
            weights += weight[i];
        }
        share = weights > 0 ? MOST * weights / (weights + WORTH * light) : 0;
    }

    private double strength(int i, Surface p) {
        Lights t = aims.targets();
        FlatMirror m = aims.mirrors().get(i);
        boolean worth;
        if (m == null) {
            double dx = t.center[3 * i] - x;
            double dy = t.center[3 * i + 1] - y;
            double dz = t.center[3 * i + 2] - z;
            // Within the shade there is nothing to aim at.
            worth = dx * dx + dy * dy + dz * dz > 1.01 * t.radius[i] * t.radius[i];
        } else {
            worth = m.shows(t, i, p);
        }
        return worth ? LightSampler.strength(t, i, p) : 0;
    }

    /// The share of directions that are aimed here, 0 to less than 1; the others follow the material.
    double share() {
        return share;
    }

    /// How densely directions are drawn on the whole, of a density by the material.
    double density(double byMaterial, double dx, double dy, double dz) {
        if (share == 0) {
            return byMaterial;
        }
        double aimed = 0;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                target.x = dx;
                target.y = dy;
                target.z = dz;
                if (target.meets(aims.targets(), i, x, y, z)) {
                    aimed += weight[i] * target.density;
                }
            }
        }
        return (1 - share) * byMaterial + share * aimed / weights;
    }

    /// Draws a direction at an aim by three numbers in [0, 1) and returns the sampler that holds it, whose density is 0
    /// if there is none.
    LightSampler draw(double pick, double u, double v) {
        double rest = pick * weights;
        int i = 0;
        while (i < weight.length - 1 && rest >= weight[i]) {
            rest -= weight[i++];
        }
        target.draw(aims.targets(), i, x, y, z, u, v);
        return target;
    }
}
