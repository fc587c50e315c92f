package dev.beatboard.stage.set;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;

/// What a set says about itself besides what it has put on the stage.
///
/// @param table a free place on some table's or counter's surface, for small things
/// @param floor a free place on the floor beside the acting area, for large ones
record SetPlan(Sky sky, Box actingArea, Placing table, Placing floor) {

    static final Sky DAY = new Sky.Gradient(
            new Rgb(1.6f, 2.6f, 4.6f),
            new Rgb(5.2f, 5.9f, 6.6f),
            new Rgb(1.1f, 1.05f, 0.95f),
            new Rgb(4, 3.6f, 3),
            0.5f,
            0.6f,
            0.62f,
            24,
            0.45f);

    static final Sky NIGHT = new Sky.Gradient(
            new Rgb(0.006f, 0.01f, 0.024f),
            new Rgb(0.035f, 0.034f, 0.042f),
            new Rgb(0.01f, 0.009f, 0.008f),
            Rgb.BLACK,
            0,
            1,
            0,
            8,
            0);

    static final Sky DARK = new Sky.Uniform(Rgb.grey(0.02));

    /// A region on the floor, 2 m high.
    static Box area(double x0, double z0, double x1, double z1) {
        return new Box(new Vec3(x0, 0, z0), new Vec3(x1, 2, z1));
    }
}
