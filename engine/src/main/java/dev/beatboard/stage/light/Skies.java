package dev.beatboard.stage.light;

import dev.beatboard.asset.SkyPhoto;
import dev.beatboard.asset.SkyPhotos;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import java.util.Optional;

/// What is outside by the time of day: a photographed sky if there is one, turned so that its sun lies where ours does,
/// else a computed one. Nights are always computed: over a town no stars are seen.
final class Skies {

    private static final double GEL = 0.38;

    private Skies() {}

    /// @param glow horizontal direction of where the sun is or has been
    static Sky of(Recipe.Outdoors outdoors, LightWish wish, Vec3 glow) {
        if (!wish.exterior() && wish.sky() instanceof Sky.Uniform) {
            return wish.sky();
        }
        // a window is gelled: what is seen through it stays a stop or so over the room, not three
        double gel = wish.exterior() ? 1 : GEL;
        Optional<SkyPhoto> photo = weather(outdoors).flatMap(wish.photos()::of);
        if (photo.isPresent()) {
            SkyPhoto p = photo.get();
            float sun = (float) StrictMath.atan2(glow.x(), -glow.z());
            return new Sky.Panorama(p.width(), p.height(), p.rgb(), sun - p.sun(), (float) (gel * level(outdoors)));
        }
        return switch (outdoors) {
            case DAY ->
                gradient(
                        rgb(1.6, 2.6, 4.6),
                        rgb(5.2, 5.9, 6.6),
                        rgb(1.1, 1.05, 0.95),
                        rgb(4, 3.6, 3),
                        glow,
                        gel,
                        0.7,
                        24,
                        0.45);
            case OVERCAST ->
                gradient(
                        rgb(4.2, 4.4, 4.7), rgb(3.4, 3.6, 3.9), rgb(0.9, 0.9, 0.88), Rgb.BLACK, glow, gel, 0.8, 4, 0.9);
            case GOLDEN ->
                gradient(
                        rgb(0.7, 1, 1.7),
                        rgb(4.2, 2.6, 1.4),
                        rgb(0.5, 0.38, 0.28),
                        rgb(14, 8, 3.4),
                        glow,
                        gel,
                        0.2,
                        14,
                        0.5);
            case DUSK ->
                gradient(
                        rgb(0.05, 0.09, 0.24),
                        rgb(0.2, 0.22, 0.34),
                        rgb(0.03, 0.032, 0.045),
                        rgb(0.5, 0.24, 0.1),
                        glow,
                        gel,
                        0.03,
                        8,
                        0.4);
            case NIGHT ->
                gradient(
                        rgb(0.006, 0.01, 0.024),
                        rgb(0.02, 0.023, 0.036),
                        rgb(0.01, 0.009, 0.008),
                        Rgb.BLACK,
                        glow,
                        gel,
                        1,
                        8,
                        0);
        };
    }

    private static Optional<SkyPhotos.Weather> weather(Recipe.Outdoors outdoors) {
        return switch (outdoors) {
            case DAY -> Optional.of(SkyPhotos.Weather.FAIR);
            case OVERCAST -> Optional.of(SkyPhotos.Weather.OVERCAST);
            case GOLDEN -> Optional.of(SkyPhotos.Weather.LOW_SUN);
            case DUSK -> Optional.of(SkyPhotos.Weather.TWILIGHT);
            case NIGHT -> Optional.empty();
        };
    }

    /// Mean luminance of the sky, the same as of the computed one.
    private static double level(Recipe.Outdoors outdoors) {
        return switch (outdoors) {
            case DAY -> 4;
            case OVERCAST -> 3.9;
            case GOLDEN -> 2.2;
            case DUSK -> 0.16;
            case NIGHT -> 0.02;
        };
    }

    private static Rgb rgb(double r, double g, double b) {
        return new Rgb((float) r, (float) g, (float) b);
    }

    private static Sky gradient(
            Rgb zenith,
            Rgb horizon,
            Rgb ground,
            Rgb glow,
            Vec3 at,
            double gel,
            double up,
            double power,
            double clouds) {
        Vec3 d = at.plus(Vec3.Y, up).normalized();
        return new Sky.Gradient(
                zenith.times(gel),
                horizon.times(gel),
                ground.times(gel),
                glow.times(gel),
                (float) d.x(),
                (float) d.y(),
                (float) d.z(),
                (float) power,
                (float) clouds);
    }
}
