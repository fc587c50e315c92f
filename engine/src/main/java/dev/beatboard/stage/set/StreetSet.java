package dev.beatboard.stage.set;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// A street that runs away from the audience: people walk on the left pavement beside shop fronts, cars stand at the
/// curb, houses close the view. By night lamps, windows and signs shine.
final class StreetSet {

    private static final Rgb SODIUM = new Rgb(1, 0.68f, 0.4f);

    /// Where people cross the road.
    private static final double CROSSING = -6.6;

    private final Stagehand stage;
    private final boolean night;

    StreetSet(Stagehand stage, boolean night) {
        this.stage = stage;
        this.night = night;
    }

    SetPlan build() {
        double far = -Math.max(44, stage.wish().walk() + 24);
        double near = 22;
        Mesh ground = new Mesh(Placing.ORIGIN);
        ground.box(night ? Paints.WET_PAVING : Paints.PAVING, -2.8, -0.3, far, 2.2, 0, near);
        ground.bevelled(Paints.CONCRETE, 2.2, -0.3, far, 2.42, 0, near, 0.02);
        stage.fixture("sidewalk", ground);
        Mesh road = new Mesh(Placing.ORIGIN);
        road.box(night ? Paints.WET_ASPHALT : Paints.ASPHALT, 2.42, -0.4, far, 10.6, -0.13, near);
        for (double z = far + 1; z < near - 3; z += 5) {
            if (z > CROSSING + 2 || z + 2.6 < CROSSING - 2) {
                road.box(Paints.ROAD_PAINT, 6.45, -0.14, z, 6.57, -0.122, z + 2.6);
            }
        }
        for (double x = 2.75; x < 10.2; x += 1) {
            road.box(Paints.ROAD_PAINT, x, -0.14, CROSSING - 1.5, x + 0.5, -0.122, CROSSING + 1.5);
        }
        stage.fixture("road", road);
        Mesh other = new Mesh(Placing.ORIGIN);
        other.bevelled(Paints.CONCRETE, 10.6, -0.3, far, 10.82, 0, near, 0.02);
        other.box(night ? Paints.WET_PAVING : Paints.PAVING, 10.82, -0.3, far, 14, 0, near);
        stage.fixture("sidewalk", other);
        if (night) {
            puddles(far, near);
        }
        houses(Placing.at(-2.8, 0, near, 90), near - far, 1, 2);
        houses(Placing.at(14, 0, far, -90), near - far, 2, 2);
        // low houses at the ends leave a sky over the street
        houses(Placing.at(-2.8, 0, far, 0), 16.8, 3, 0);
        houses(Placing.at(14, 0, near, 180), 16.8, 4, 0);
        for (double z = -21; z < near - 2; z += 8) {
            lamp(Placing.at(1.85, 0, z), 1);
            if (z + 4 < near - 2) {
                lamp(Placing.at(11.2, 0, z + 4), -1);
            }
            // no crown over the acting area, no trunk before the lens: there the trees stand across the road
            double x = z + 4.6 > -3 ? 12.3 : 1.7;
            Mesh tree = new Mesh(Placing.at(x, 0, z + 4.6));
            tree.box(Paints.SOIL, -0.5, 0.001, -0.5, 0.5, 0.006, 0.5);
            Trees.crown(tree, 0, 0, 0, 5.6, (long) z + 100, stage.wish().seed());
            stage.fixture("tree", tree);
            // only the trunk is in the way, not the shade of the crown
            stage.obstacle(
                    "tree trunk",
                    new Mesh(Placing.at(x, 0, z + 4.6))
                            .cone(Paints.BARK, Vec3.ZERO, new Vec3(0, 1.2, 0), 0.19, 0.165, 10));
        }
        Vehicles cars = new Vehicles(stage);
        int[] paint = {0x7A1F1E, 0x2A3C55, 0xB9BCC0, 0x26282B, 0x5C6B58};
        int i = 0;
        for (double z = -31.4; z < near - 6; z += 6.2) {
            if (StrictMath.abs(z) > 1.5 && StrictMath.abs(z - CROSSING) > 3.6) {
                cars.car(Placing.at(3.55, -0.13, z), paint[i % 5]);
            }
            if (StrictMath.abs(z + 2.4 - CROSSING) > 3.6) {
                cars.car(Placing.at(9.45, -0.13, z + 2.4, 180), paint[(i + 2) % 5]);
            }
            i++;
        }
        furniture();
        stage.room(-2.6, far + 1, 1.3, near - 1, 6);
        stage.room(1.3, far + 1, 13.6, near - 1, 6);
        stage.path(-0.6, -Math.max(6, stage.wish().walk()), -0.6, 0.4);
        return new SetPlan(
                night ? SetPlan.NIGHT : SetPlan.DAY,
                SetPlan.area(-1.9, -1.2, 0.7, 1.2),
                Placing.at(-2.3, 0.45, -4),
                Placing.at(-2.2, 0, -2.6));
    }

    /// Water that stands on the road: flat, dark and smooth, so that lights show in it.
    private void puddles(double far, double near) {
        Mesh m = new Mesh(Placing.ORIGIN);
        Material water = Paints.solid("puddle", 0x2A2B2D, 0.06);
        for (int i = 0; i < 26; i++) {
            double z = Math.max(far + 2, -24)
                    + (near + 20) * (i + Chance.unit(stage.wish().seed(), 91, 0, i)) / 26;
            double u = Chance.unit(stage.wish().seed(), 92, 0, i);
            double x = 3 + 7 * u;
            double w = 0.3 + 0.6 * Chance.unit(stage.wish().seed(), 93, 0, i);
            double d = 0.5 + 0.9 * Chance.unit(stage.wish().seed(), 94, 0, i);
            double y = -0.13;
            m.ball(water, new Vec3(x, y, z), w, 0.004, d, 8);
            m.ball(water, new Vec3(x + 0.5 * w, y, z + 0.7 * d), 0.6 * w, 0.004, 0.5 * d, 8);
        }
        stage.fixture("puddle", m);
    }

    private void furniture() {
        new Seating(stage).bench(Placing.at(-2.35, 0, -3.6, 90), 1.6, Paints.OAK);
        Mesh bin = new Mesh(Placing.at(1.8, 0, -1.8));
        bin.lathe(
                Paints.GREEN_WALL,
                0,
                0,
                24,
                0.2,
                0,
                0.22,
                0.02,
                0.24,
                0.8,
                0.26,
                0.82,
                0.26,
                0.88,
                0.18,
                0.9,
                0.18,
                0.7);
        stage.obstacle("bin", bin);
        Mesh hydrant = new Mesh(Placing.at(1.9, 0, 3.4));
        hydrant.lathe(
                Paints.RED_PLASTIC,
                0,
                0,
                20,
                0.14,
                0,
                0.14,
                0.05,
                0.09,
                0.06,
                0.09,
                0.5,
                0.12,
                0.52,
                0.12,
                0.56,
                0.08,
                0.66,
                0,
                0.7);
        hydrant.rod(Paints.RED_PLASTIC, new Vec3(-0.16, 0.42, 0), new Vec3(0.16, 0.42, 0), 0.045, 14);
        stage.obstacle("hydrant", hydrant);
        Mesh post = new Mesh(Placing.at(-2.45, 0, 3.2));
        post.bevelled(Paints.RED_PLASTIC, -0.2, 0.1, -0.2, 0.2, 1.4, 0.2, 0.03);
        post.box(Paints.BLACK_PLASTIC, 0.195, 1.15, -0.13, 0.202, 1.2, 0.13);
        stage.obstacle("mailbox", post);
        Dressing d = new Dressing(stage);
        d.plant(Placing.at(-2.45, 0, -7.4), 1.2, 5);
        d.plant(Placing.at(-2.45, 0, -9.2), 1.2, 6);
        Mesh board = new Mesh(Placing.at(-1.95, 0, -10.4, 10));
        board.bevelled(Paints.WALNUT, -0.3, 0.05, -0.2, 0.3, 1.0, -0.17, 0.005);
        board.bevelled(Paints.solid("blackboard", 0x22282A, 0.8), -0.27, 0.1, -0.172, 0.27, 0.97, -0.166, 0.002);
        stage.obstacle("sign", board);
    }

    private void lamp(Placing at, double side) {
        Mesh m = new Mesh(at);
        m.lathe(Paints.DARK_METAL, 0, 0, 16, 0.12, 0, 0.12, 0.3, 0.06, 0.5, 0.045, 4.6, 0.03, 4.7);
        stage.obstacle("street lamp", m);
        m = new Mesh(at);
        m.rod(Paints.DARK_METAL, new Vec3(0, 4.6, 0), new Vec3(-0.9 * side, 4.85, 0), 0.03, 10);
        m.bevelled(Paints.DARK_METAL, -0.9 * side - 0.28, 4.82, -0.13, -0.9 * side + 0.28, 4.95, 0.13, 0.03);
        double y = 4.815;
        double x = -0.9 * side;
        Material glow = night ? Glow.material(LightGroup.STREET, SODIUM.times(60)) : Paints.PAPER;
        m.quad(
                glow,
                new Vec3(x - 0.24, y, -0.1),
                new Vec3(x + 0.24, y, -0.1),
                new Vec3(x + 0.24, y, 0.1),
                new Vec3(x - 0.24, y, 0.1));
        stage.fixture("lantern", m);
        if (night) {
            stage.panel(
                    LightGroup.STREET,
                    at,
                    new Vec3(x, y - 0.01, 0),
                    new Vec3(0.24, 0, 0),
                    new Vec3(0, 0, 0.1),
                    SODIUM.times(60));
        }
    }

    /// A row of houses along a wall space: shops below, windows above.
    ///
    /// @param least floors above the shops, at most two more
    private void houses(Placing row, double length, int salt, int least) {
        Material[] fronts = {Paints.BRICK, Paints.STUCCO, Paints.PALE_BRICK, Paints.SANDSTONE};
        double x = 0;
        int i = 0;
        while (x < length - 0.1) {
            double w = Math.min(length - x, 6.5 + 3 * Chance.unit(stage.wish().seed(), 81, salt, i));
            if (length - x - w < 4) {
                w = length - x;
            }
            int floors = least + (int) (2.99 * Chance.unit(stage.wish().seed(), 82, salt, i));
            house(row.then(x, 0, 0), w, floors, fronts[(i + salt) % 4], salt * 100 + i);
            x += w;
            i++;
        }
    }

    private void house(Placing at, double w, int floors, Material front, int salt) {
        Mesh m = new Mesh(at);
        double ground = 3.6;
        double top = ground + 3.1 * floors;
        m.box(front, 0, ground, -7, w, top, 0);
        m.bevelled(Paints.CONCRETE, -0.02, top, -7, w + 0.02, top + 0.35, 0.28, 0.03);
        m.bevelled(Paints.CONCRETE, 0, ground - 0.25, -0.4, w, ground, 0.14, 0.02);
        m.box(front, 0, 0, -7, 0.35, ground - 0.25, 0);
        m.box(front, w - 0.35, 0, -7, w, ground - 0.25, 0);
        m.box(Paints.GREY_WALL, 0.35, 0, -7, w - 0.35, ground - 0.25, -2.6);
        m.box(Paints.CAFE_FLOOR, 0.35, -0.05, -2.6, w - 0.35, 0.02, 0);
        int n = Math.max(2, (int) (w / 1.9));
        for (int f = 0; f < floors; f++) {
            for (int k = 0; k < n; k++) {
                double c = w * (k + 0.5) / n;
                double y = ground + 0.9 + 3.1 * f;
                boolean lit = night && Chance.unit(stage.wish().seed(), 83, salt, 10L * f + k) < 0.3;
                Material pane = lit
                        ? Material.emissive(
                                "lit window",
                                new Rgb(0.7f, 0.42f, 0.2f)
                                        .times(0.5 + Chance.unit(stage.wish().seed(), 84, salt, 10L * f + k)))
                        : Paints.SCREEN_OFF;
                m.bevelled(Paints.WHITE_LACQUER, c - 0.56, y - 0.05, -0.02, c + 0.56, y + 1.6, 0.05, 0.01);
                m.box(pane, c - 0.5, y, 0, c - 0.03, y + 1.54, 0.053);
                m.box(pane, c + 0.03, y, 0, c + 0.5, y + 1.54, 0.053);
                m.bevelled(Paints.CONCRETE, c - 0.64, y + 1.6, -0.02, c + 0.64, y + 1.78, 0.1, 0.015);
                m.bevelled(Paints.CONCRETE, c - 0.66, y - 0.14, 0, c + 0.66, y - 0.05, 0.16, 0.015);
            }
        }
        m.rod(Paints.DARK_METAL, new Vec3(0.12, 0, 0.06), new Vec3(0.12, top, 0.06), 0.045, 10);
        if (floors > 3) {
            m.bevelled(Paints.CONCRETE, 0, ground + 3.1, -0.1, w, ground + 3.22, 0.09, 0.02);
        }
        stage.fixture("house", m);
        new ShopFront(stage, at, w, salt, night).build();
    }
}
