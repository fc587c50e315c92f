package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A closed room: floor, ceiling and four walls with thickness, so that no light leaks, with holes for doors and
/// windows. Walls are named by where they lie as the audience sees them.
final class Shell {

    enum Wall {
        FAR,
        NEAR,
        LEFT,
        RIGHT
    }

    /// How the surfaces look.
    record Finish(
            Material walls, Material floor, Material ceiling, Material skirting, Material frames, Material doors) {}

    static final double THICKNESS = 0.22;

    private final Stagehand stage;
    private final double x0;
    private final double z0;
    private final double x1;
    private final double z1;
    private final double height;
    private final Finish finish;
    private final Joinery joinery;

    Shell(Stagehand stage, double x0, double z0, double x1, double z1, double height, Finish finish) {
        this.stage = stage;
        this.x0 = x0;
        this.z0 = z0;
        this.x1 = x1;
        this.z1 = z1;
        this.height = height;
        this.finish = finish;
        this.joinery = new Joinery(stage, finish.frames(), finish.doors());
        stage.room(x0, z0, x1, z1, height);
        double t = THICKNESS;
        stage.fixture("floor", new Mesh(Placing.ORIGIN).box(finish.floor(), x0 - t, -0.2, z0 - t, x1 + t, 0, z1 + t));
        stage.fixture(
                "ceiling",
                new Mesh(Placing.ORIGIN).box(finish.ceiling(), x0 - t, height, z0 - t, x1 + t, height + 0.2, z1 + t));
    }

    /// The space of a wall: x to the right along it as seen from inside, z = 0 its face, +z into the room.
    Placing space(Wall wall) {
        return switch (wall) {
            case FAR -> Placing.at(x0, 0, z0, 0);
            case NEAR -> Placing.at(x1, 0, z1, 180);
            case LEFT -> Placing.at(x0, 0, z1, 90);
            case RIGHT -> Placing.at(x1, 0, z0, -90);
        };
    }

    double length(Wall wall) {
        return wall == Wall.FAR || wall == Wall.NEAR ? x1 - x0 : z1 - z0;
    }

    Shell wall(Wall wall, Opening... openings) {
        return wall(wall, finish.walls(), openings);
    }

    Shell wall(Wall wall, Material paint, Opening... openings) {
        Placing at = space(wall);
        double length = length(wall);
        double t = THICKNESS;
        List<Opening> holes = new ArrayList<>(List.of(openings));
        holes.sort(Comparator.comparingDouble(Opening::from));
        Mesh m = new Mesh(at);
        Mesh skirt = new Mesh(at);
        double x = -t;
        for (Opening o : holes) {
            m.box(paint, x, 0, -t, o.from(), height, 0);
            if (o.sill() > 0.02) {
                m.box(paint, o.from(), 0, -t, o.to(), o.sill(), 0);
                skirting(skirt, Math.max(0, x), o.to());
            } else {
                skirting(skirt, Math.max(0, x), o.from() - 0.1);
            }
            m.box(paint, o.from(), o.head(), -t, o.to(), height, 0);
            x = o.to();
        }
        m.box(paint, x, 0, -t, length + t, height, 0);
        boolean door = !holes.isEmpty() && holes.getLast().sill() < 0.02;
        skirting(skirt, Math.max(0, x) + (door ? 0.1 : 0), length);
        stage.fixture("wall", m);
        stage.wall(new FilmSet.Wall(
                at.point(0, 0, 0),
                at.point(length, 0, 0),
                holes.stream().map(o -> o.in(at)).toList()));
        stage.fixture("skirting", skirt);
        holes.forEach(o -> joinery.fill(at, o, t));
        return this;
    }

    private void skirting(Mesh m, double from, double to) {
        if (to - from > 0.02) {
            // its back and foot lie inside wall and floor: no groove behind it, no faces in one plane
            m.box(finish.skirting(), from, -0.01, -0.01, to, 0.1, 0.018);
        }
    }

    /// A recessed ceiling panel with its light; `w` and `d` are its sizes along x and z.
    void panel(double x, double z, double w, double d, Rgb radiance) {
        Mesh m = new Mesh(Placing.at(x, height, z));
        double r = 0.025;
        double y = -0.012;
        m.box(Paints.WHITE_LACQUER, -w / 2 - r, y, -d / 2 - r, w / 2 + r, 0.002, -d / 2);
        m.box(Paints.WHITE_LACQUER, -w / 2 - r, y, d / 2, w / 2 + r, 0.002, d / 2 + r);
        m.box(Paints.WHITE_LACQUER, -w / 2 - r, y, -d / 2, -w / 2, 0.002, d / 2);
        m.box(Paints.WHITE_LACQUER, w / 2, y, -d / 2, w / 2 + r, 0.002, d / 2);
        Material glow = Glow.material(LightGroup.OVERHEAD, radiance);
        m.quad(
                glow,
                new Vec3(-w / 2, -0.004, -d / 2),
                new Vec3(w / 2, -0.004, -d / 2),
                new Vec3(w / 2, -0.004, d / 2),
                new Vec3(-w / 2, -0.004, d / 2));
        stage.fixture("ceiling panel", m);
        stage.panel(
                LightGroup.OVERHEAD,
                Placing.at(x, height - 0.014, z),
                Vec3.ZERO,
                new Vec3(w / 2, 0, 0),
                new Vec3(0, 0, d / 2),
                radiance);
    }
}
