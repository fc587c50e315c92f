package dev.beatboard.stage.set;

import dev.beatboard.asset.Prop;
import dev.beatboard.asset.Props;
import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.Topology;
import dev.beatboard.shot.SetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Collects a set while it is being built.
final class Stagehand {

    private final SetWish wish;
    private final Props props;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<FilmSet.Thing> things = new ArrayList<>();
    private final List<Emitter> lamps = new ArrayList<>();
    private final List<Box> rooms = new ArrayList<>();
    private final List<FilmSet.Seat> seats = new ArrayList<>();
    private final List<FilmSet.Path> paths = new ArrayList<>();
    private final List<FilmSet.Wall> walls = new ArrayList<>();
    private final TreeSet<String> credits = new TreeSet<>();

    Stagehand(SetWish wish, Props props) {
        this.wish = wish;
        this.props = props;
    }

    SetWish wish() {
        return wish;
    }

    List<FilmSet.Thing> things() {
        return things;
    }

    List<Box> rooms() {
        return rooms;
    }

    List<FilmSet.Path> paths() {
        return paths;
    }

    List<FilmSet.Seat> seats() {
        return seats;
    }

    /// Part of the building: walls, floors; never in the way of the plan, which is bounded by the rooms.
    void fixture(String noun, Mesh mesh) {
        add(noun, mesh, false);
    }

    /// Something that people have to walk round.
    void obstacle(String noun, Mesh mesh) {
        add(noun, mesh, true);
    }

    private void add(String noun, Mesh mesh, boolean obstacle) {
        if (mesh.isEmpty()) {
            return;
        }
        things.add(new FilmSet.Thing(noun, mesh.bounds(), obstacle));
        shapes.addAll(mesh.shapes(things.size()));
    }

    /// Places the first of the named props that the library has.
    Optional<Prop> prop(String noun, Placing place, boolean obstacle, String... names) {
        for (String name : names) {
            Optional<Prop> p = props.named(name);
            if (p.isPresent()) {
                place(noun, p.get(), place, obstacle);
                return p;
            }
        }
        return Optional.empty();
    }

    /// The best prop of the library for a noun, not yet placed.
    Optional<Prop> find(String noun) {
        return props.search(noun).stream().findFirst().flatMap(props::named);
    }

    void place(String noun, Prop p, Placing at, boolean obstacle) {
        Box bounds = null;
        int object = things.size() + 1;
        List<Shape> parts = new ArrayList<>();
        for (Prop.Part part : p.parts()) {
            float[] pos = new float[part.positions().length];
            float[] nor = new float[part.positions().length];
            for (int i = 0; i < pos.length; i += 3) {
                Vec3 q = at.point(part.positions()[i], part.positions()[i + 1], part.positions()[i + 2]);
                Vec3 n = at.direction(new Vec3(part.normals()[i], part.normals()[i + 1], part.normals()[i + 2]));
                put(pos, i, q);
                put(nor, i, n);
                Box b = new Box(q, q);
                bounds = bounds == null ? b : bounds.with(b);
            }
            Topology t = part.topology();
            parts.add(Shape.fixed(object, part.material(), t, pos, nor));
        }
        if (bounds == null) {
            return;
        }
        things.add(new FilmSet.Thing(noun, bounds, obstacle));
        shapes.addAll(parts);
        if (!p.credit().isEmpty()) {
            credits.add(p.credit());
        }
    }

    private static void put(float[] a, int i, Vec3 v) {
        a[i] = (float) v.x();
        a[i + 1] = (float) v.y();
        a[i + 2] = (float) v.z();
    }

    /// A rectangle of light in the space of a placing; it shines toward `normal` (local).
    void panel(LightGroup group, Placing at, Vec3 center, Vec3 u, Vec3 v, Rgb radiance) {
        lamps.add(new Emitter.Rectangle(group, at.point(center), at.direction(u), at.direction(v), radiance));
    }

    void bulb(LightGroup group, Vec3 center, double radius, Rgb intensity) {
        lamps.add(new Emitter.Bulb(group, center, radius, intensity));
    }

    /// A seat whose surface is at `y` in the space of the placing, facing its +z.
    void seat(Placing at, double x, double y, double z, boolean hard) {
        Vec3 hip = at.point(x, y, z);
        seats.add(new FilmSet.Seat(hip, at.direction(Vec3.Z), hip.y(), hard));
    }

    void path(double x0, double z0, double x1, double z1) {
        paths.add(new FilmSet.Path(new Vec3(x0, 0, z0), new Vec3(x1, 0, z1)));
    }

    void wall(FilmSet.Wall wall) {
        walls.add(wall);
    }

    void room(double x0, double z0, double x1, double z1, double height) {
        rooms.add(new Box(new Vec3(x0, 0, z0), new Vec3(x1, height, z1)));
    }

    FilmSet done(SetKind kind, Sky sky, Box actingArea) {
        return new FilmSet(
                kind, shapes, things, lamps, sky, rooms, actingArea, seats, paths, walls, List.copyOf(credits));
    }
}
