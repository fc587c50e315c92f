package dev.beatboard.render.raster;

import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Mattes of all objects: how much of each pixel each covers, through the same lens and shutter as
/// the picture.
final class MattePass {

    /// What covers less is not listed.
    private static final float LEAST = 1e-4f;

    private final int width;
    private final int height;
    private final Visibility vis;
    private final Finish finish;
    private final Crew crew;
    /// The object at each sample of each pixel, -1 for none.
    private final short[][] object;

    private final float[] ids;
    private final boolean[] performer;
    private final float[][] objects;
    /// No planes where nobody acts.
    private final float[][] actors;

    MattePass(Visibility vis, Finish finish, World world, Crew crew) {
        this.vis = vis;
        this.finish = finish;
        this.crew = crew;
        width = vis.width;
        height = vis.height;
        object = new short[vis.samples][width * height];
        List<String> names = world.names();
        List<SceneObject> all = world.objects();
        ids = new float[all.size()];
        performer = new boolean[all.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Cryptomatte.id(names.get(i));
            performer[i] = all.get(i).performer();
        }
        objects = new float[2 * Cryptomatte.RANKS][width * height];
        boolean acted = all.stream().anyMatch(SceneObject::performer);
        actors = new float[acted ? 2 * Cryptomatte.RANKS : 0][width * height];
    }

    /// Three planes at a time, like the colors of a picture.
    void run(Consumer<float[][]> optics) {
        boolean[][] seen = new boolean[crew.size()][ids.length];
        crew.each(height, (y, w) -> read(y, seen[w]));
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            boolean there = false;
            for (boolean[] s : seen) {
                there |= s[i];
            }
            if (there) {
                present.add(i);
            }
        }
        float[][] cover = new float[3][width * height];
        for (int first = 0; first < present.size(); first += 3) {
            List<Integer> three = present.subList(first, Math.min(present.size(), first + 3));
            crew.each(height, (y, w) -> cover(y, three, cover));
            optics.accept(cover);
            crew.each(height, (y, w) -> rank(y, three, cover));
        }
    }

    private void read(int y, boolean[] seen) {
        for (int x = 0; x < width; x++) {
            int v = vis.at(x, y);
            for (int s = 0; s < vis.samples; s++) {
                int t = vis.triangle[s][v];
                int o = t < 0 ? -1 : finish.of(t).object;
                object[s][y * width + x] = (short) o;
                if (o >= 0) {
                    seen[o] = true;
                }
            }
        }
    }

    private void cover(int y, List<Integer> three, float[][] to) {
        float part = 1f / vis.samples;
        for (int i = 0; i < 3; i++) {
            Arrays.fill(to[i], y * width, (y + 1) * width, 0);
            int wanted = i < three.size() ? three.get(i) : -2;
            for (int o = y * width; o < (y + 1) * width; o++) {
                for (short[] s : object) {
                    to[i][o] += s[o] == wanted ? part : 0;
                }
            }
        }
    }

    private void rank(int y, List<Integer> three, float[][] cover) {
        for (int i = 0; i < three.size(); i++) {
            int who = three.get(i);
            for (int o = y * width; o < (y + 1) * width; o++) {
                float share = Math.min(1, cover[i][o]);
                if (share > LEAST) {
                    insert(objects, o, ids[who], share);
                    if (performer[who]) {
                        insert(actors, o, ids[who], share);
                    }
                }
            }
        }
    }

    /// Among the pairs of pixel `o`, in order of what they cover.
    private static void insert(float[][] ranks, int o, float id, float share) {
        int at = Cryptomatte.RANKS;
        while (at > 0 && ranks[2 * at - 1][o] < share) {
            at--;
        }
        for (int k = Cryptomatte.RANKS - 1; k > at; k--) {
            ranks[2 * k][o] = ranks[2 * k - 2][o];
            ranks[2 * k + 1][o] = ranks[2 * k - 1][o];
        }
        if (at < Cryptomatte.RANKS) {
            ranks[2 * at][o] = id;
            ranks[2 * at + 1][o] = share;
        }
    }

    List<Plane> planes() {
        List<Plane> planes = new ArrayList<>();
        add(Cryptomatte.planes(Cryptomatte.OBJECTS), objects, planes);
        add(Cryptomatte.planes(Cryptomatte.ACTORS), actors, planes);
        return planes;
    }

    private void add(List<String> names, float[][] values, List<Plane> to) {
        for (int i = 0; i < values.length; i++) {
            to.add(new Plane(names.get(i), width, height, values[i]));
        }
    }
}
