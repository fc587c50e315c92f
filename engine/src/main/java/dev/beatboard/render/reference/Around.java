package dev.beatboard.render.reference;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.sky.SkySampler;

/// All that the paths of a frame may meet.
///
/// @param tangents along the hair, three numbers per vertex, or empty
/// @param aims at which scattered rays are sent more often than the materials do
/// @param indoors whether windows stand for the sky, so that the sky itself is seldom seen
record Around(
        Mesh mesh,
        Finish finish,
        WideBvh fixed,
        WideBvh moving,
        float[] tangents,
        Lights lights,
        SkyLight sky,
        SkySampler skySampler,
        Aims aims,
        boolean indoors) {

    /// How much of triangle `t` is there at barycentric (u, v): the alpha of cutouts, else 1.
    double alpha(int t, float u, float v) {
        Finish.Entry f = finish.of(t);
        if (f.cutout == null) {
            return 1;
        }
        int[] c = mesh.corners;
        float[] uv = mesh.uvs;
        int a = 2 * c[3 * t];
        int b = 2 * c[3 * t + 1];
        int d = 2 * c[3 * t + 2];
        float w = 1 - u - v;
        return f.cutout.alpha(w * uv[a] + u * uv[b] + v * uv[d], w * uv[a + 1] + u * uv[b + 1] + v * uv[d + 1], 0);
    }
}
