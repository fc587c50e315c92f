package dev.beatboard.render.raster;

import dev.beatboard.render.filter.SkinBlur;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Material;

/// Spreads the light on skin under it, along rows and then along columns.
final class SkinPass {

    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();

    /// Between locks and under a hem there is some light left: shares by which necklines and fringes come closest to
    /// the reference.
    private static final float[] COVERS = new float[Material.Kind.values().length];

    static {
        COVERS[Material.Kind.HAIR.ordinal()] = 0.25f;
        COVERS[Material.Kind.CLOTH.ordinal()] = 0.5f;
    }

    private SkinPass() {}

    /// @param light by color, places of the canvas; what comes in and goes out
    /// @param swap scratch, likewise
    static void run(Canvas c, Lens lens, Crew crew, float[][] light, float[][] swap) {
        SkinBlur.Geometry g = new SkinBlur.Geometry(
                lens.ox(), lens.oy(), lens.oz(), c.x, c.y, c.z, c.nx, c.ny, c.nz, c.depth, c.kind, SKIN, COVERS);
        float pixels = lens.pixels();
        crew.each(c.height, (y, w) -> SkinBlur.pass(light, swap, g, c.at(0, y), c.at(c.width, y), 1, pixels));
        crew.each(c.height, (y, w) -> SkinBlur.pass(swap, light, g, c.at(0, y), c.at(c.width, y), c.stride, pixels));
    }
}
