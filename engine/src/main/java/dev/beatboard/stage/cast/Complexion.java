package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.People;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.Heritage;

/// Corrects the color of a skin texture: MakeHuman's skins are too orange, the old ones by far. The mean of the face is
/// brought to ratios of green and blue to red as skin has; its lightness stays.
final class Complexion {

    /// The face: vertices of the neutral body above this height and before this depth, meters.
    private static final float CHIN = 0.66f;

    private static final float CHEEK = 0.08f;
    private static final double STRENGTH = 0.85;

    private Complexion() {}

    /// Linear factors for the texture.
    static Rgb tint(Texture skin, Heritage heritage, People people) {
        double[] mean = face(skin, people.body());
        double green = heritage == Heritage.AFRICAN ? 0.38 : heritage == Heritage.ASIAN ? 0.47 : 0.46;
        double blue = heritage == Heritage.AFRICAN ? 0.22 : heritage == Heritage.ASIAN ? 0.33 : 0.34;
        double g = Ease.clamp(StrictMath.pow(green * mean[0] / mean[1], STRENGTH), 0.9, 2.4);
        double b = Ease.clamp(StrictMath.pow(blue * mean[0] / mean[2], STRENGTH), 0.85, 4);
        double before = 0.2126 * mean[0] + 0.7152 * mean[1] + 0.0722 * mean[2];
        double after = 0.2126 * mean[0] + 0.7152 * mean[1] * g + 0.0722 * mean[2] * b;
        double k = StrictMath.pow(before / after, 0.8);
        return new Rgb((float) k, (float) (k * g), (float) (k * b));
    }

    /// Sum of the linear color at the vertices of the face.
    static double[] face(Texture skin, BodyMesh body) {
        double[] sum = {1e-6, 1e-6, 1e-6};
        for (int i = 0; i < body.sources().length; i++) {
            int v = 3 * body.sources()[i];
            if (body.positions()[v + 1] < CHIN || body.positions()[v + 2] < CHEEK) {
                continue;
            }
            int x = (int) Ease.clamp(body.uvs()[2 * i] * skin.width(), 0, skin.width() - 1);
            int y = (int) Ease.clamp((1 - body.uvs()[2 * i + 1]) * skin.height(), 0, skin.height() - 1);
            for (int c = 0; c < 3; c++) {
                sum[c] += Dye.linear(skin.rgba()[4 * (y * skin.width() + x) + c]);
            }
        }
        return sum;
    }
}
