package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.work.Crew;
import java.util.Arrays;

/// Finds which triangle is seen at each sample of each pixel: vertices are projected, triangles sorted into tiles of
/// 64x64 pixels in slices of fixed order, first those of the still world, and each tile is drawn by one worker.
/// Triangles that cross the near
/// plane are clipped. What is kept per sample is the triangle and the reciprocal of its depth, whose precision is even
/// over the distance.
final class Visibility {

    static final int TILE = 64;
    /// Slices of the still triangles, and as many of the moving ones.
    static final int SLICES = 16;
    /// Nothing nearer than this is drawn, meters along the axis.
    static final float NEAR = 0.02f;
    /// Where the samples of a pixel lie (four rooks), in pixels from its top left corner.
    static final float[] SAMPLE_X = {0.375f, 0.875f, 0.625f, 0.125f};

    static final float[] SAMPLE_Y = {0.125f, 0.375f, 0.875f, 0.625f};

    final int width;
    final int height;
    final int samples;
    final int tilesX;
    final int tilesY;
    /// Triangle by sample plane and place ([#at]), -1 for none.
    final int[][] triangle;
    /// 1 / depth by sample plane and place, 0 for none.
    final float[][] nearness;
    /// The nearest pane in front of what is seen at the first sample, -1 for none.
    final int[] pane;

    final float[] paneNearness;
    /// By tile, whether it may show panes.
    final boolean[] paned;

    /// How much lashes and brows, which are finer than pixels, cover of each sample, and of which triangle they mostly
    /// are; known where [#lashed] is true.
    final float[][] lash;

    final int[] lashTriangle;
    /// By tile, whether it shows lashes.
    final boolean[] lashed;

    /// Projected vertices: pixels and 1/depth, which is 0 before the near plane.
    float[] px = new float[0];

    float[] py = new float[0];
    float[] pw = new float[0];

    /// What a lens at rest sees of the still world alone.
    final StillLayer layer;
    final int[][][] bins;
    final int[][] binCount;
    /// Clipped triangles per slice: x, y, w of three corners.
    final float[][] clipped = new float[2 * SLICES][9 * 64];

    final int[][] clippedOf = new int[2 * SLICES][64];
    final int[] clippedCount = new int[2 * SLICES];
    private final Clipper[] clippers = new Clipper[2 * SLICES];

    Visibility(int width, int height, int samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        tilesX = (width + TILE - 1) / TILE;
        tilesY = (height + TILE - 1) / TILE;
        int n = tilesX * tilesY * TILE * TILE;
        triangle = new int[samples][n];
        nearness = new float[samples][n];
        pane = new int[n];
        paneNearness = new float[n];
        paned = new boolean[tilesX * tilesY];
        Arrays.fill(pane, -1);
        lash = new float[samples][n];
        lashTriangle = new int[n];
        lashed = new boolean[tilesX * tilesY];
        layer = new StillLayer(this);
        bins = new int[2 * SLICES][tilesX * tilesY][64];
        binCount = new int[2 * SLICES][tilesX * tilesY];
        for (int i = 0; i < 2 * SLICES; i++) {
            clippers[i] = new Clipper();
        }
    }

    /// The place of pixel (x, y) in the sample planes, which hold tile after tile, so that what is drawn at a time lies
    /// together in memory.
    int at(int x, int y) {
        return (y / TILE * tilesX + x / TILE) * TILE * TILE + y % TILE * TILE + x % TILE;
    }

    void clearPanes(int ti) {
        int from = ti * TILE * TILE;
        Arrays.fill(pane, from, from + TILE * TILE, -1);
        Arrays.fill(paneNearness, from, from + TILE * TILE, 0);
    }

    void clearLashes(int ti) {
        int from = ti * TILE * TILE;
        for (float[] plane : lash) {
            Arrays.fill(plane, from, from + TILE * TILE, 0);
        }
    }

    /// How much of the pixel at place `v` lashes cover, 0 to 1.
    float lash(int v) {
        if (!lashed[v / (TILE * TILE)]) {
            return 0;
        }
        float sum = 0;
        for (float[] plane : lash) {
            sum += plane[v];
        }
        return sum / samples;
    }

    float sampleX(int s) {
        return samples == 1 ? 0.5f : SAMPLE_X[s];
    }

    float sampleY(int s) {
        return samples == 1 ? 0.5f : SAMPLE_Y[s];
    }

    /// @param still whether the frame before was drawn with the same lens and world
    void draw(Mesh mesh, Finish finish, Lens lens, boolean still, Crew crew) {
        if (px.length < mesh.vertexCount) {
            int n = mesh.vertexCount + mesh.vertexCount / 8;
            px = new float[n];
            py = new float[n];
            pw = new float[n];
        }
        layer.begin(still);
        int first = layer.known() ? SLICES : 0;
        int vertex = layer.known() ? mesh.fixedVertices : 0;
        crew.each(
                SLICES,
                (i, w) ->
                        project(mesh, lens, part(vertex, mesh.vertexCount, i), part(vertex, mesh.vertexCount, i + 1)));
        crew.each(2 * SLICES - first, (i, w) -> bin(mesh, lens, first + i));
        TileDrawer drawer = new TileDrawer(this, mesh, finish);
        crew.each(tilesX * tilesY, (i, w) -> drawer.tile(i));
        layer.end();
    }

    private static int part(int from, int to, int i) {
        return from + (int) ((long) (to - from) * i / SLICES);
    }

    private void project(Mesh mesh, Lens c, int from, int to) {
        float[] v = mesh.positions;
        float k = c.pixels();
        float cx = 0.5f * width;
        float cy = 0.5f * height;
        for (int i = from; i < to; i++) {
            float x = v[3 * i] - c.ox();
            float y = v[3 * i + 1] - c.oy();
            float z = v[3 * i + 2] - c.oz();
            float d = x * c.fx() + y * c.fy() + z * c.fz();
            if (d < NEAR) {
                pw[i] = 0;
                continue;
            }
            float w = 1 / d;
            px[i] = cx + (x * c.rx() + y * c.ry() + z * c.rz()) * w * k;
            py[i] = cy - (x * c.ux() + y * c.uy() + z * c.uz()) * w * k;
            pw[i] = w;
        }
    }

    private void bin(Mesh mesh, Lens lens, int slice) {
        Arrays.fill(binCount[slice], 0);
        clippedCount[slice] = 0;
        int[] ix = mesh.corners;
        boolean moves = slice >= SLICES;
        int from = moves ? mesh.fixedTriangles : 0;
        int end = moves ? mesh.triangleCount : mesh.fixedTriangles;
        int to = part(from, end, slice % SLICES + 1);
        for (int t = part(from, end, slice % SLICES); t < to; t++) {
            int a = ix[3 * t];
            int b = ix[3 * t + 1];
            int c = ix[3 * t + 2];
            boolean ia = pw[a] > 0;
            boolean ib = pw[b] > 0;
            boolean ic = pw[c] > 0;
            if (ia && ib && ic) {
                put(slice, t, px[a], py[a], px[b], py[b], px[c], py[c]);
            } else if (ia || ib || ic) {
                clip(mesh, lens, slice, t);
            }
        }
    }

    private void clip(Mesh mesh, Lens lens, int slice, int t) {
        Clipper clipper = clippers[slice];
        int made = clipper.clip(mesh, lens, t);
        for (int i = 0; i < made; i++) {
            int k = clippedCount[slice]++;
            if (k == clippedOf[slice].length) {
                clippedOf[slice] = Arrays.copyOf(clippedOf[slice], 2 * k);
                clipped[slice] = Arrays.copyOf(clipped[slice], 18 * k);
            }
            clippedOf[slice][k] = t;
            float[] to = clipped[slice];
            clipper.triangle(i, to, 9 * k);
            put(slice, ~k, to[9 * k], to[9 * k + 1], to[9 * k + 3], to[9 * k + 4], to[9 * k + 6], to[9 * k + 7]);
        }
    }

    private void put(int slice, int entry, float x0, float y0, float x1, float y1, float x2, float y2) {
        float low = Math.min(x0, Math.min(x1, x2));
        float high = Math.max(x0, Math.max(x1, x2));
        float top = Math.min(y0, Math.min(y1, y2));
        float bottom = Math.max(y0, Math.max(y1, y2));
        if (!(high > 0 && bottom > 0 && low < width && top < height)) {
            return;
        }
        int tx0 = Math.max(0, (int) low) / TILE;
        int tx1 = Math.min(width - 1, (int) high) / TILE;
        int ty0 = Math.max(0, (int) top) / TILE;
        int ty1 = Math.min(height - 1, (int) bottom) / TILE;
        int[][] b = bins[slice];
        int[] n = binCount[slice];
        for (int ty = ty0; ty <= ty1; ty++) {
            for (int tx = tx0; tx <= tx1; tx++) {
                int ti = ty * tilesX + tx;
                int k = n[ti]++;
                if (k == b[ti].length) {
                    b[ti] = Arrays.copyOf(b[ti], 2 * k);
                }
                b[ti][k] = entry;
            }
        }
    }
}
