package dev.beatboard.asset;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Topology;
import java.util.List;

/// A piece of furniture, a door, a lamp, a vehicle or a plant, ready to be placed: meters, y up, standing on y = 0 (or
/// hanging from it for ceiling lamps), centered on x and z, its front toward +z.
///
/// @param name unique in the library
/// @param noun what it is: `office chair`, `table`, `door`
/// @param width along x, meters
/// @param height along y
/// @param depth along z
/// @param surfaceHeight where things stand on it above the floor, meters; the full height if unknown
/// @param credit the line its licence asks for, empty for CC0
public record Prop(
        String name,
        String noun,
        double width,
        double height,
        double depth,
        double surfaceHeight,
        List<Part> parts,
        String credit) {

    public Prop {
        parts = List.copyOf(parts);
    }

    /// One surface of one material; arrays as in [dev.beatboard.scene.Shape].
    public record Part(Material material, Topology topology, float[] positions, float[] normals) {}
}
