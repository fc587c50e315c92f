package dev.beatboard.render.probe;

import dev.beatboard.render.emitter.Glare;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Dimming;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Surface;
import java.util.Arrays;

/// The glossy surfaces that the rays of a patch meet, and the emitters' light that they mirror to it: a floor's
/// glare on the wall. One per worker; what is kept of a patch is an array.
final class Glints {

    /// The ray; place, normal, mirrored direction; alpha and reflectance.
    private static final int NUMBERS = 12;
    /// Off the surface, meters.
    private static final float OFF = 0.003f;

    private float[] list = new float[NUMBERS];
    private int count;
    private final Glare glare = new Glare();

    void clear() {
        count = 0;
    }

    /// What ray number `ray` has met, of a reflectance `f0` at normal incidence.
    void add(int ray, WideBvh.Ray r, Surface p, float f0) {
        float cos = -(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz);
        float dx = r.dx + 2 * cos * p.nx;
        float dy = r.dy + 2 * cos * p.ny;
        float dz = r.dz + 2 * cos * p.nz;
        if (cos <= 0 || dx * p.gx + dy * p.gy + dz * p.gz <= 0) {
            return;
        }
        int o = NUMBERS * count++;
        if (list.length < o + NUMBERS) {
            list = Arrays.copyOf(list, 2 * list.length);
        }
        list[o] = ray;
        list[o + 1] = p.x + OFF * p.gx;
        list[o + 2] = p.y + OFF * p.gy;
        list[o + 3] = p.z + OFF * p.gz;
        list[o + 4] = p.nx;
        list[o + 5] = p.ny;
        list[o + 6] = p.nz;
        list[o + 7] = dx;
        list[o + 8] = dy;
        list[o + 9] = dz;
        list[o + 10] = p.roughness * p.roughness;
        list[o + 11] = Glare.reflectance(f0, p.roughness, cos);
    }

    /// What has been added.
    float[] taken() {
        return Arrays.copyOf(list, NUMBERS * count);
    }

    /// Which rays `kept`, an array of [#taken], is about: number `i` of them, or -1 past the last.
    static int ray(float[] kept, int i) {
        return NUMBERS * i < kept.length ? (int) kept[NUMBERS * i] : -1;
    }

    /// Adds what number `i` of `kept` mirrors to `to[at ..]`.
    void light(float[] kept, int i, Lights lights, WideBvh tree, Dimming dimming, WideBvh.Ray r, float[] to, int at) {
        int o = NUMBERS * i;
        float x = kept[o + 1];
        float y = kept[o + 2];
        float z = kept[o + 3];
        glare.turn(
                x,
                y,
                z,
                kept[o + 4],
                kept[o + 5],
                kept[o + 6],
                kept[o + 7],
                kept[o + 8],
                kept[o + 9],
                kept[o + 10],
                Glare.Lobe.CONE);
        for (int l = 0; l < lights.count; l++) {
            float share = glare.share(lights, l);
            if (share <= 0) {
                continue;
            }
            r.set(x, y, z, glare.x, glare.y, glare.z, glare.reach);
            dimming.toward(glare.x, glare.y, glare.z);
            if (!tree.blocks(r, dimming)) {
                for (int c = 0; c < 3; c++) {
                    to[at + c] += share * kept[o + 11] * dimming.through() * lights.color[3 * l + c];
                }
            }
        }
    }
}
