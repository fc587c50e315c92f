package dev.beatboard.asset;

import java.util.List;

/// A garment, hair, eyes, brows, lashes, teeth or a tongue that fits any body: each vertex hangs on three vertices of
/// the morphed, unposed base mesh.
///
/// @param name unique in the library
/// @param kind what it is
/// @param references three base-mesh vertices per vertex
/// @param shares three weights per vertex: the vertex lies at their weighted mean plus its offset
/// @param offsets per vertex, meters, for an adult
/// @param bones four bone numbers per vertex
/// @param weights four weights per vertex that sum to 1
/// @param triangles vertex numbers, counter-clockwise seen from outside
/// @param uvs two per vertex, v upward
/// @param twins per vertex the lowest-numbered vertex of the same place (a texture seam splits vertices)
/// @param hides base-mesh vertices that it covers, ascending; a body face all of whose corners are covered is hidden
/// @param looks its materials: several for eyes and hats
/// @param credit the line its license asks for, or the note on its release
public record Piece(
        String name,
        Kind kind,
        int[] references,
        float[] shares,
        float[] offsets,
        short[] bones,
        float[] weights,
        int[] triangles,
        float[] uvs,
        int[] twins,
        int[] hides,
        List<Look> looks,
        String credit) {

    public Piece {
        looks = List.copyOf(looks);
    }

    /// How many vertices it has.
    public int count() {
        return twins.length;
    }

    public enum Kind {
        GARMENT,
        HAIR,
        EYES,
        BROWS,
        LASHES,
        TEETH,
        TONGUE
    }

    /// @param name such as `brown` for eyes
    /// @param texture the texture's name in the library
    public record Look(String name, String texture) {}
}
