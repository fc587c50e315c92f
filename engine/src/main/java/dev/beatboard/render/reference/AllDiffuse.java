package dev.beatboard.render.reference;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes of a scene another that every renderer means the same by: each surface is plainly diffuse in its mean color,
/// panes and shapes that glow are gone, nothing moves, the sky is a panorama, and windows that shine do not stand for
/// it. Remembers the world made last, so that frames of one world stay frames of one world.
public final class AllDiffuse {

    private static final int SKY_WIDTH = 1024;

    private @Nullable World from;
    private @Nullable World to;

    public synchronized Scene of(Scene s) {
        Mesh mesh = new Mesh();
        Finish finish = new Finish(mesh);
        finish.update(mesh.take(s.world(), s.shapes()));
        World world = to;
        if (world == null || from != s.world()) {
            world = new World(
                    s.world().name(),
                    shapes(s.world().shapes(), finish, 0),
                    s.world().objects(),
                    s.world().low(),
                    s.world().high());
            from = s.world();
            to = world;
        }
        return new Scene(
                world,
                shapes(s.shapes(), finish, mesh.fixedShapes),
                s.lights().stream().map(AllDiffuse::emitter).toList(),
                s.bounced().stream().map(AllDiffuse::emitter).toList(),
                panorama(s.sky()),
                s.view(),
                s.view(),
                s.view(),
                0,
                s.exposure(),
                s.frame());
    }

    private static List<Shape> shapes(List<Shape> shapes, Finish finish, int first) {
        List<Shape> all = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape s = shapes.get(i);
            Finish.Entry f = finish.ofShape(first + i);
            if (!f.emissive && !f.clear) {
                all.add(Shape.fixed(
                        s.object(),
                        diffuse(s.material().name(), f.paint.mean()),
                        s.topology(),
                        s.positions(),
                        s.normals()));
            }
        }
        return all;
    }

    private static Material diffuse(String name, Rgb c) {
        Rgb most = new Rgb(Math.min(1, c.r()), Math.min(1, c.g()), Math.min(1, c.b()));
        return new Material(
                name, Material.Kind.PLAIN, new Pattern.Solid(most), 1, 0, 0, Material.Opacity.OPAQUE, Rgb.BLACK, true);
    }

    private static Emitter emitter(Emitter e) {
        return e instanceof Emitter.Rectangle r && r.group() == LightGroup.WINDOW
                ? new Emitter.Rectangle(LightGroup.FILL, r.center(), r.u(), r.v(), r.radiance())
                : e;
    }

    private static Sky panorama(Sky sky) {
        if (sky instanceof Sky.Uniform) {
            return sky;
        }
        int width = sky instanceof Sky.Panorama p ? p.width() : SKY_WIDTH;
        int height = sky instanceof Sky.Panorama p ? p.height() : SKY_WIDTH / 2;
        float[] rgb = new float[3 * width * height];
        SkyLight light = new SkyLight(sky);
        float[] c = new float[3];
        for (int y = 0; y < height; y++) {
            double down = StrictMath.PI * (y + 0.5) / height;
            for (int x = 0; x < width; x++) {
                double turn = 2 * StrictMath.PI * ((x + 0.5) / width - 0.5);
                light.look(
                        (float) (StrictMath.sin(down) * StrictMath.sin(turn)),
                        (float) StrictMath.cos(down),
                        (float) (-StrictMath.sin(down) * StrictMath.cos(turn)),
                        c);
                System.arraycopy(c, 0, rgb, 3 * (y * width + x), 3);
            }
        }
        return new Sky.Panorama(width, height, rgb, 0, 1);
    }
}
