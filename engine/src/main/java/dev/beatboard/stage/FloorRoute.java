package dev.beatboard.stage;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/// Finds ways over the floor of a set that keep clear of walls, furniture and chairs: the shortest on a grid, pulled
/// straight. Answers depend on nothing but the set and the two ends.
final class FloorRoute {

    /// Width of a cell of the grid, meters.
    private static final double CELL = 0.15;
    /// Half the width that a walker needs, and beside chairs, which people brush past.
    private static final double ROOM = 0.35;

    private static final double BESIDE_CHAIRS = 0.28;
    /// So near to its ends a way may be as tight as they are: who gets up stands right before a chair.
    private static final double END = 0.6;

    private static final int MOST_CELLS = 250_000;

    private record Solid(Box box, double margin) {}

    private final FilmSet set;
    private final List<Solid> solids;
    private final double x0;
    private final double z0;
    private final int width;
    private final int depth;

    FloorRoute(FilmSet set) {
        this.set = set;
        this.solids = set.things().stream()
                .filter(t -> t.obstacle() && t.bounds().low().y() < 1.6 || Ground.likeAChair(t))
                .map(t -> new Solid(t.bounds(), t.obstacle() ? ROOM : BESIDE_CHAIRS))
                .toList();
        Box all = set.rooms().stream().reduce(Box::with).orElse(set.actingArea().grownBy(10));
        x0 = all.low().x();
        z0 = all.low().z();
        width = (int) Math.ceil(all.size().x() / CELL) + 1;
        depth = (int) Math.ceil(all.size().z() / CELL) + 1;
    }

    /// The corners of a way, both ends included; straight if nothing is in between or no way leads there.
    List<Vec3> between(Vec3 from, Vec3 to) {
        if (straight(from, to, from, to) || (long) width * depth > MOST_CELLS) {
            return List.of(from, to);
        }
        List<Vec3> cells = search(from, to);
        if (cells.isEmpty()) {
            return List.of(from, to);
        }
        List<Vec3> out = new ArrayList<>(List.of(from));
        for (int i = 0; i < cells.size() - 1; ) {
            int next = cells.size() - 1;
            while (next > i + 1 && !straight(cells.get(i), cells.get(next), from, to)) {
                next--;
            }
            out.add(cells.get(next));
            i = next;
        }
        return List.copyOf(out);
    }

    /// Whether nothing is in the way of somebody who walks straight.
    boolean straight(Vec3 a, Vec3 b, Vec3 from, Vec3 to) {
        int steps = Math.max(1, (int) Math.ceil(a.distanceTo(b) / 0.08));
        for (int i = 0; i <= steps; i++) {
            if (!clear(a.lerp(b, i / (double) steps), from, to)) {
                return false;
            }
        }
        return true;
    }

    private boolean clear(Vec3 p, Vec3 from, Vec3 to) {
        boolean end = Math.min(p.distanceTo(from), p.distanceTo(to)) < END;
        double wall = end ? 0 : ROOM;
        boolean room = set.rooms().isEmpty()
                || set.rooms().stream()
                        .anyMatch(r -> p.x() >= r.low().x() + wall
                                && p.x() <= r.high().x() - wall
                                && p.z() >= r.low().z() + wall
                                && p.z() <= r.high().z() - wall);
        return room && solids.stream().noneMatch(s -> Ground.over(s.box(), p, end ? 0.12 : s.margin()));
    }

    private Vec3 cell(int i) {
        return new Vec3(x0 + CELL * (i % width), 0, z0 + CELL * (i / width));
    }

    private int index(Vec3 p) {
        int x = Math.clamp(Math.round((p.x() - x0) / CELL), 0, width - 1);
        int z = Math.clamp(Math.round((p.z() - z0) / CELL), 0, depth - 1);
        return z * width + x;
    }

    private record Open(double cost, int cell) {}

    /// Source: Hart, Nilsson and Raphael (A*) with eight neighbors; equal costs go by the cell's number.
    private List<Vec3> search(Vec3 from, Vec3 to) {
        int start = index(from);
        int goal = index(to);
        double[] spent = new double[width * depth];
        int[] came = new int[width * depth];
        Arrays.fill(spent, Double.POSITIVE_INFINITY);
        Arrays.fill(came, -1);
        PriorityQueue<Open> open = new PriorityQueue<>((a, b) -> {
            int byCost = Double.compare(a.cost(), b.cost());
            return byCost != 0 ? byCost : Integer.compare(a.cell(), b.cell());
        });
        spent[start] = 0;
        open.add(new Open(0, start));
        while (!open.isEmpty()) {
            int at = open.remove().cell();
            if (at == goal) {
                break;
            }
            for (int dz = -1; dz <= 1; dz++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % width + dx;
                    int z = at / width + dz;
                    if (x < 0 || x >= width || z < 0 || z >= depth || dx == 0 && dz == 0) {
                        continue;
                    }
                    int next = z * width + x;
                    double cost = spent[at] + CELL * StrictMath.hypot(dx, dz);
                    if (cost < spent[next] - 1e-9 && (next == goal || clear(cell(next), from, to))) {
                        spent[next] = cost;
                        came[next] = at;
                        open.add(new Open(cost + cell(next).distanceTo(cell(goal)), next));
                    }
                }
            }
        }
        if (came[goal] < 0) {
            return List.of();
        }
        List<Vec3> back = new ArrayList<>(List.of(to));
        for (int i = came[goal]; i >= 0 && i != start; i = came[i]) {
            back.add(cell(i));
        }
        back.add(from);
        return back.reversed();
    }
}
