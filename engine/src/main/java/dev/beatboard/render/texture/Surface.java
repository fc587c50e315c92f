package dev.beatboard.render.texture;

/// What is known of one point on a surface while it is shaded: scratch memory, one per worker.
public final class Surface {

    /// World position, meters.
    public float x;

    public float y;
    public float z;
    /// Geometric normal toward the viewer.
    public float gx;

    public float gy;
    public float gz;
    /// Shading normal.
    public float nx;

    public float ny;
    public float nz;
    /// Along a strand of hair.
    public float tx;

    public float ty;
    public float tz;
    /// Texture coordinates, v upward.
    public float u;

    public float v;
    /// Texture coordinate units per meter.
    public float uvDensity;
    /// The width of a pixel on the surface, meters, averaged over directions.
    public float footprint;
    /// The width of a pixel at this distance on a surface that faces the lens.
    public float pixel;
    /// Base color, linear.
    public float r;

    public float g;
    public float b;
    public float roughness;
    /// Distance from the lens along the axis.
    public float depth;
    /// Unit vector to the viewer.
    public float vx;

    public float vy;
    public float vz;

    /// Takes the share `k` of the color and of the strand's direction from another point of the same hair.
    public void blend(Surface o, float k) {
        r += k * (o.r - r);
        g += k * (o.g - g);
        b += k * (o.b - b);
        tx += k * (o.tx - tx);
        ty += k * (o.ty - ty);
        tz += k * (o.tz - tz);
    }

    /// Multiplies the base color.
    public void shade(float k) {
        r *= k;
        g *= k;
        b *= k;
    }
}
