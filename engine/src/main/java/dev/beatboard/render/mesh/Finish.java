package dev.beatboard.render.mesh;

import dev.beatboard.render.ray.Veil;
import dev.beatboard.render.texture.Mip;
import dev.beatboard.render.texture.Paint;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the surfaces of a mesh look, one entry per shape: what the inner loops need of a [Material] as plain fields.
/// Textures are kept until a world comes that does not use them.
public final class Finish implements Veil {

    public final Mesh mesh;
    private final Map<Texture, Mip> mips = new HashMap<>();
    private Entry[] entries = new Entry[0];

    /// One surface's finish.
    public static final class Entry {
        public final Material material;
        public final Material.Kind kind;
        public final Paint paint;
        public final int object;
        public final boolean fixed;
        public final boolean emissive;
        public final boolean clear;
        /// Of the base color from far away.
        public final float luminance;

        /// Alpha of cutouts, null for solid surfaces.
        public final @Nullable Mip cutout;

        /// Whether it is a lash or a brow of someone, which covers as much of what is under it as its texture says.
        public final boolean lash;

        final int veil;

        Entry(Material m, int object, boolean fixed, Finish owner) {
            material = m;
            kind = m.kind();
            this.object = object;
            this.fixed = fixed;
            emissive =
                    m.emission().r() > 0 || m.emission().g() > 0 || m.emission().b() > 0;
            clear = m.opacity() == Material.Opacity.CLEAR;
            boolean cut = m.opacity() == Material.Opacity.CUTOUT;
            paint = Paint.of(m.base(), fixed, t -> owner.mip(t, cut));
            Rgb far = paint.mean();
            luminance = Math.max(1e-4f, 0.3f * far.r() + 0.6f * far.g() + 0.1f * far.b());
            cutout = cut && m.base() instanceof Pattern.Image i ? owner.mip(i.texture(), true) : null;
            lash = kind == Material.Kind.LASH && cutout != null && !fixed;
            veil = emissive || clear ? CLEAR : cutout != null ? CUTOUT : SOLID;
        }
    }

    public Finish(Mesh mesh) {
        this.mesh = mesh;
    }

    private Mip mip(Texture t, boolean cutout) {
        // Textures have identity, so this map is one by identity; it is never walked.
        return mips.computeIfAbsent(t, key -> new Mip(key, cutout));
    }

    /// Brings the entries up to date with the mesh.
    public void update(Mesh.Change change) {
        if (change == Mesh.Change.POSITIONS) {
            return;
        }
        Entry[] made = new Entry[mesh.shapeCount];
        for (int s = 0; s < made.length; s++) {
            Material m = mesh.shapes[s].material();
            boolean fixed = s < mesh.fixedShapes;
            int object = mesh.shapes[s].object();
            Entry old = s < entries.length ? entries[s] : null;
            made[s] = old != null && old.fixed == fixed && old.object == object && old.material.equals(m)
                    ? old
                    : new Entry(m, object, fixed, this);
        }
        entries = made;
        if (change == Mesh.Change.WORLD) {
            forget();
        }
    }

    /// Drops textures that nothing wears any more.
    private void forget() {
        Map<Texture, Boolean> worn = new HashMap<>();
        for (Entry e : entries) {
            if (e.material.base() instanceof Pattern.Image i) {
                worn.put(i.texture(), true);
            }
        }
        mips.keySet().retainAll(worn.keySet());
    }

    public Entry ofShape(int shape) {
        return entries[shape];
    }

    public Entry of(int triangle) {
        return entries[mesh.shapeOf[triangle]];
    }

    @Override
    public int kind(int triangle) {
        return entries[mesh.shapeOf[triangle]].veil;
    }

    /// As [#shows], but panes are not there: what light that has been scattered meets.
    public boolean solid(int triangle, float u, float v) {
        return !of(triangle).clear && shows(triangle, u, v);
    }

    /// As [#blocks], but lashes are not there: of what they keep from the surface under them, the picture knows better.
    public boolean shades(int triangle, float u, float v) {
        return !of(triangle).lash && blocks(triangle, u, v);
    }

    @Override
    public boolean passes(int triangle, float u, float v) {
        Mip alpha = of(triangle).cutout;
        if (alpha == null) {
            return false;
        }
        int[] c = mesh.corners;
        float[] uv = mesh.uvs;
        int a = 2 * c[3 * triangle];
        int b = 2 * c[3 * triangle + 1];
        int d = 2 * c[3 * triangle + 2];
        float w = 1 - u - v;
        return alpha.coarseAlpha(w * uv[a] + u * uv[b] + v * uv[d], w * uv[a + 1] + u * uv[b + 1] + v * uv[d + 1])
                < 0.4f;
    }
}
