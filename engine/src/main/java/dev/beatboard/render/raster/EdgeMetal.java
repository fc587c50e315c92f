package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.LightKernel;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.texture.Surface;
import java.util.Arrays;

/// Polished metal of which one pixel shows several facets, as at rods and at rounded edges: what it mirrors changes
/// within the pixel, and the one sample that is shaded would make a comb of a line that runs slightly aslant. Each of
/// the pixel's samples mirrors lamps and sends a ray by its own normal, and the pixel gets the mean.
final class EdgeMetal {

    /// The gloss of lamps is that of four normals in each sample's quarter of the pixel, which lie there as the samples
    /// do in the pixel: sixteen that are evenly apart across and down.
    private static final float QUARTER = 0.25f;
    /// The square of how far a normal has to turn at least: of less the pixel's own, bent a little, says enough.
    private static final float LEAST_TURN = 0.03f;
    /// Luminance of emitters in the lobe below which nothing is known of what stands before them.
    private static final float LEAST = 1e-9f;

    /// In the visibility of the first channel: the pixel has been traced here.
    private static final float OWN = -1;
    /// How far, in pixels, others may know what stands before a pixel's emitters, and how much their normals have to be
    /// alike.
    private static final int REACH = 3;

    private static final float ALIKE = 0.95f;

    private final Visibility vis;
    private final Canvas c;
    private final SurfacePass surfaces;
    private final Kinship kin;
    private final Lights lights;
    private final LightPass straight;
    private final float[][] gloss;
    private final MirrorPass mirrors;

    EdgeMetal(
            Visibility vis,
            Canvas c,
            SurfacePass surfaces,
            Kinship kin,
            Lights lights,
            LightPass straight,
            MirrorPass mirrors) {
        this.vis = vis;
        this.c = c;
        this.surfaces = surfaces;
        this.kin = kin;
        this.lights = lights;
        this.straight = straight;
        gloss = new float[][] {c.shineR, c.shineG, c.shineB};
        this.mirrors = mirrors;
    }

    /// After the filter of what is mirrored, row `y`: traces the rays. What they see goes to where what is mirrored is,
    /// the gloss of emitters to the planes of the shine, which are free yet.
    void trace(int y, Facet facet, LightKernel.Scratch s, LightPass.Near near, Radiance.Bench b) {
        float[] sum = new float[5];
        for (int x = 0; x < c.width; x++) {
            int p = c.at(x, y);
            if (kin.polished(c.triangle[p]) && c.mirror[3][p] > 0 && turns(x, y, p, facet)) {
                pixel(x, y, p, facet, s, near, b, sum);
            }
        }
    }

    /// After all of [#trace], row `y`: adds of the gloss what nothing stands before, by the rays of the pixels around
    /// that face the same way, as those of one are few.
    void shine(int y) {
        for (int p = c.at(0, y); p < c.at(c.width, y); p++) {
            if (c.visible[0][p] != OWN) {
                continue;
            }
            float met = 0;
            float bared = 0;
            for (int j = -REACH; j <= REACH; j++) {
                for (int q = p + j * c.stride - REACH; q <= p + j * c.stride + REACH; q++) {
                    if (c.visible[0][q] == OWN && c.nx[p] * c.nx[q] + c.ny[p] * c.ny[q] + c.nz[p] * c.nz[q] > ALIKE) {
                        met += c.met[q];
                        bared += c.bared[q];
                    }
                }
            }
            float open = met > LEAST ? bared / met : 1;
            c.mirror[0][p] += open * c.shineR[p];
            c.mirror[1][p] += open * c.shineG[p];
            c.mirror[2][p] += open * c.shineB[p];
        }
    }

    /// After all of [#shine], row `y`: such pixels have all that shines in what they mirror, and no light of their own.
    void finish(int y) {
        for (int p = c.at(0, y); p < c.at(c.width, y); p++) {
            if (c.visible[0][p] == OWN) {
                for (int k = 0; k < lights.channels; k++) {
                    c.visible[k][p] = 0;
                }
                c.met[p] = 0;
                c.bared[p] = 0;
            }
        }
    }

    private void pixel(
            int x,
            int y,
            int p,
            Facet facet,
            LightKernel.Scratch s,
            LightPass.Near near,
            Radiance.Bench b,
            float[] sum) {
        int v = vis.at(x, y);
        Surface q = facet.point;
        Arrays.fill(sum, 0);
        near.bent.begin();
        int n = 0;
        for (int k = 0; k < vis.samples; k++) {
            if (!own(p, v, k)) {
                continue;
            }
            int t = vis.triangle[k][v];
            float px = x + vis.sampleX(k);
            float py = y + vis.sampleY(k);
            for (int i = 0; i < vis.samples; i++) {
                surfaces.extend(
                        t, px + QUARTER * (vis.sampleX(i) - 0.5f), py + QUARTER * (vis.sampleY(i) - 0.5f), facet);
                near.bent.take(c, p, q.x, q.y, q.z, q.nx, q.ny, q.nz);
            }
            surfaces.evaluate(t, px, py, facet);
            mirrors.look(x, y, p, t, q, (k + 0.5f) / vis.samples, b, sum);
            n++;
        }
        straight.gather(near.bent, x, y, s, near);
        int emitters = lights.emitterChannels();
        for (int color = 0; color < 3; color++) {
            float shine = sum[color] / n;
            if (lights.hasSun()) {
                shine += near.bent.mean(emitters, color) * c.visible[emitters][p];
            }
            c.mirror[color][p] = shine;
            float all = 0;
            for (int k = 0; k < emitters; k++) {
                all += near.bent.mean(k, color);
            }
            gloss[color][p] = all;
        }
        c.met[p] = sum[3] / n;
        c.bared[p] = sum[4] / n;
        c.visible[0][p] = OWN;
    }

    /// Whether sample `k` shows the surface that pixel `p` was shaded for.
    private boolean own(int p, int v, int k) {
        int s = c.sample[p];
        int t = vis.triangle[s][v];
        int u = vis.triangle[k][v];
        return t == u || !kin.differ(u, t, vis.nearness[k][v], vis.nearness[s][v]);
    }

    /// Whether normals within a pixel, or from it to the next, differ by more than the lobe is wide.
    private boolean turns(int x, int y, int p, Facet facet) {
        if (vis.samples < 4) {
            return false;
        }
        if (differs(p, p - 1) || differs(p, p + 1) || differs(p, p - c.stride) || differs(p, p + c.stride)) {
            return true;
        }
        int v = vis.at(x, y);
        int t = vis.triangle[c.sample[p]][v];
        Surface q = facet.point;
        for (int k = 0; k < vis.samples; k++) {
            int u = vis.triangle[k][v];
            if (u != t && own(p, v, k)) {
                surfaces.evaluate(u, x + vis.sampleX(k), y + vis.sampleY(k), facet);
                if (apart(p, q.nx, q.ny, q.nz)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean differs(int p, int q) {
        return kin.polished(c.triangle[q]) && apart(p, c.nx[q], c.ny[q], c.nz[q]);
    }

    private boolean apart(int p, float nx, float ny, float nz) {
        float dx = nx - c.nx[p];
        float dy = ny - c.ny[p];
        float dz = nz - c.nz[p];
        return dx * dx + dy * dy + dz * dz > Math.max(LEAST_TURN, BentGloss.QUICK * c.alpha[p] * c.alpha[p]);
    }
}
