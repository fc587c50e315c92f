package dev.beatboard.stage.light;

import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.shot.Lighting;

/// What a lighting is made of, before it is fitted to a set and to faces. Levels multiply the set's own lamps; fill and
/// rim are irradiances at the face relative to what the set's lamps leave there, but at least to [LightPlanner#FLOOR].
///
/// @param ratio light on the cheek that the key is on over light on the other: 1 is flat, 2 an interview, 4 drama; 0
/// for no key at all
/// @param kelvin of the key
/// @param aside degrees between lens and key, seen from the face
/// @param fill the least that the fill gives
/// @param target where a face of albedo 0.35 lands after exposure, scene-linear
/// @param sun irradiance of the sun or moon, 0 for none; `sunKelvin` its color, `elevation` in degrees
/// @param dayness 1 day, 0 night, for what is outside
record Recipe(
        double overhead,
        double window,
        Rgb windowTint,
        double practical,
        double street,
        double ratio,
        double kelvin,
        double aside,
        double fill,
        double rim,
        double target,
        double sun,
        double sunKelvin,
        double elevation,
        Outdoors outdoors) {

    enum Outdoors {
        DAY,
        OVERCAST,
        GOLDEN,
        DUSK,
        NIGHT
    }

    private static final Rgb NEUTRAL = Rgb.WHITE;
    private static final Rgb GOLD = new Rgb(1.1f, 0.95f, 0.78f);
    private static final Rgb BLUE = new Rgb(0.45f, 0.72f, 1.3f);

    static Recipe of(Lighting lighting) {
        return switch (lighting) {
            case FLUORESCENT_OVERHEAD ->
                new Recipe(1, 0.75, NEUTRAL, 0, 0, 2.3, 5200, 42, 0.1, 0, 0.3, 0, 5500, 40, Outdoors.DAY);
            case WINDOW ->
                new Recipe(0.12, 1.2, NEUTRAL, 0, 0, 4.5, 6200, 56, 0.08, 0, 0.28, 14, 5400, 32, Outdoors.DAY);
            case THREE_POINT ->
                new Recipe(0.6, 0.4, NEUTRAL, 0.6, 0.3, 3.2, 5200, 45, 0.15, 1.6, 0.29, 0, 5500, 40, Outdoors.DAY);
            case GOLDEN_HOUR ->
                new Recipe(0, 0.55, GOLD, 0.5, 0, 3.5, 3600, 52, 0.1, 1, 0.3, 20, 3700, 11, Outdoors.GOLDEN);
            case DAYLIGHT -> new Recipe(0.2, 1, NEUTRAL, 0, 0, 3.2, 5800, 52, 0.08, 0, 0.3, 22, 5600, 42, Outdoors.DAY);
            case OVERCAST ->
                new Recipe(0.2, 0.8, NEUTRAL, 0, 0, 2.2, 6800, 50, 0.1, 0, 0.3, 0, 6500, 40, Outdoors.OVERCAST);
            case NIGHT_PRACTICALS ->
                new Recipe(0.015, 0.008, BLUE, 1, 1, 4.5, 2900, 48, 0.12, 0.5, 0.23, 0, 8000, 40, Outdoors.NIGHT);
            case STREET_NIGHT ->
                new Recipe(0.02, 0.008, BLUE, 0.8, 0.8, 4.5, 3000, 48, 0.15, 0.9, 0.24, 0, 8000, 40, Outdoors.NIGHT);
            case MOONLIGHT ->
                new Recipe(0, 0.05, BLUE, 0.02, 0.1, 4.5, 9500, 55, 0.15, 0.7, 0.14, 0.5, 9500, 38, Outdoors.NIGHT);
            case LOW_KEY ->
                new Recipe(0.015, 0.03, NEUTRAL, 0.4, 0.2, 7, 4200, 58, 0.1, 1.2, 0.17, 0, 5000, 30, Outdoors.DUSK);
            case HIGH_KEY ->
                new Recipe(1.2, 1, NEUTRAL, 0.3, 0.2, 1.6, 5600, 35, 0.3, 0.2, 0.37, 0, 5600, 45, Outdoors.DAY);
            case SOFT ->
                new Recipe(0.5, 0.7, NEUTRAL, 0.2, 0.2, 2, 5400, 45, 0.2, 0, 0.29, 0, 5500, 40, Outdoors.OVERCAST);
            case RIM ->
                new Recipe(0.03, 0.05, NEUTRAL, 0.2, 0.3, 2.5, 5000, 40, 0.15, 5, 0.13, 0, 5200, 18, Outdoors.DUSK);
            case SILHOUETTE ->
                new Recipe(0, 0.7, NEUTRAL, 0, 0.3, 0, 5200, 40, 0, 1, 0.04, 0, 5200, 10, Outdoors.GOLDEN);
            case CANDLELIGHT ->
                new Recipe(0, 0.004, BLUE, 0.25, 0.3, 3.5, 2150, 40, 0.15, 0.3, 0.2, 0, 6000, 30, Outdoors.NIGHT);
            case NEON ->
                new Recipe(0.01, 0.02, BLUE, 0.2, 0.4, 2.5, 6500, 55, 0.8, 2, 0.2, 0, 6500, 30, Outdoors.NIGHT);
            case DUSK -> new Recipe(0.03, 0.12, BLUE, 1, 1, 3.8, 3600, 48, 0.15, 0.5, 0.24, 0, 5000, 3, Outdoors.DUSK);
        };
    }

    /// By how much the set's own lamps of a group are on.
    Rgb level(LightGroup group) {
        return switch (group) {
            case OVERHEAD -> Rgb.grey(overhead);
            case WINDOW -> windowTint.times(window);
            case PRACTICAL -> Rgb.grey(practical);
            case STREET, SIGN -> Rgb.grey(street);
            case KEY, FILL, RIM, SUN -> Rgb.WHITE;
        };
    }
}
