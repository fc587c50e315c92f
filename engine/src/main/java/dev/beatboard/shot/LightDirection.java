package dev.beatboard.shot;

import java.util.Optional;

/// What a keyframe says about light.
///
/// @param from the side of the picture the key comes from
/// @param kelvin color temperature of the key
/// @param level relative to the plan in stops, 0 if unsaid
/// @param mark where the key stands, aimed at the faces
public record LightDirection(
        Optional<Lighting> lighting,
        Optional<Direction> from,
        Optional<Double> kelvin,
        double level,
        Optional<Mark> mark) {

    public static final LightDirection NONE =
            new LightDirection(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());

    /// One that leaves the key's place to the lighting.
    public LightDirection(
            Optional<Lighting> lighting, Optional<Direction> from, Optional<Double> kelvin, double level) {
        this(lighting, from, kelvin, level, Optional.empty());
    }
}
