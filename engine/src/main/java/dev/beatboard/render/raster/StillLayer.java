package dev.beatboard.render.raster;

/// What a lens at rest sees of the still world alone, copied when the second frame in a row is drawn with it: from then
/// on only what moves is drawn over it.
final class StillLayer {

    private final Visibility vis;
    private int[][] triangle = new int[0][];
    private float[][] nearness = new float[0][];
    private int[] pane = new int[0];
    private float[] paneNearness = new float[0];
    private final boolean[] paned;
    /// By tile: everything still is at least this near.
    private final float[] filled;
    /// By tile: whether something that moves has been drawn over it since.
    private final boolean[] covered;

    private boolean asked;
    private boolean known;

    StillLayer(Visibility vis) {
        this.vis = vis;
        int tiles = vis.tilesX * vis.tilesY;
        paned = new boolean[tiles];
        filled = new float[tiles];
        covered = new boolean[tiles];
    }

    /// @param still whether the frame before was drawn with the same lens and world
    void begin(boolean still) {
        known &= still;
        asked = still && !known;
        if (asked && triangle.length == 0) {
            int n = vis.pane.length;
            triangle = new int[vis.samples][n];
            nearness = new float[vis.samples][n];
            pane = new int[n];
            paneNearness = new float[n];
        }
    }

    /// Whether the layer holds what this frame's lens sees.
    boolean known() {
        return known;
    }

    /// All tiles are drawn.
    void end() {
        known |= asked;
        asked = false;
    }

    /// Called when only the still things of tile `ti` are drawn, and whether things that move come next.
    void keep(int ti, float near, boolean more) {
        if (asked) {
            copy(ti, vis.triangle, vis.nearness, triangle, nearness);
            paned[ti] = vis.paned[ti];
            filled[ti] = near;
            if (paned[ti]) {
                copyPanes(ti, vis.pane, vis.paneNearness, pane, paneNearness);
            }
        }
        covered[ti] = more;
    }

    /// Brings the still things of tile `ti` back and tells how near all of them are at least.
    float recall(int ti, boolean more) {
        if (covered[ti]) {
            copy(ti, triangle, nearness, vis.triangle, vis.nearness);
            if (paned[ti]) {
                copyPanes(ti, pane, paneNearness, vis.pane, vis.paneNearness);
            } else if (vis.paned[ti]) {
                vis.clearPanes(ti);
            }
        }
        vis.paned[ti] = paned[ti];
        covered[ti] = more;
        return filled[ti];
    }

    private static void copy(int ti, int[][] fromId, float[][] from, int[][] toId, float[][] to) {
        int n = Visibility.TILE * Visibility.TILE;
        for (int s = 0; s < from.length; s++) {
            System.arraycopy(fromId[s], n * ti, toId[s], n * ti, n);
            System.arraycopy(from[s], n * ti, to[s], n * ti, n);
        }
    }

    private static void copyPanes(int ti, int[] fromId, float[] from, int[] toId, float[] to) {
        int n = Visibility.TILE * Visibility.TILE;
        System.arraycopy(fromId, n * ti, toId, n * ti, n);
        System.arraycopy(from, n * ti, to, n * ti, n);
    }
}
