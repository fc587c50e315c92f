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
        boolean indoors) {}
