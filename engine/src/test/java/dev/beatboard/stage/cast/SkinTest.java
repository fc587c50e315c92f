package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.People;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("assets")
class SkinTest {

    private static final String DRAWN = "skin/young_caucasian_male";

    private People people;

    @BeforeEach
    void open() throws Exception {
        people = InstalledPeople.get();
    }

    @Test
    void cheeksHaveBloodAndTheForeheadHasNot() {
        Texture skin = skin(people.texture(DRAWN), Sex.FEMALE, 0);

        double cheek = redness(skin, 0.044, 0.70) / redness(people.texture(DRAWN), 0.044, 0.70);
        double forehead = redness(skin, 0.02, 0.79) / redness(people.texture(DRAWN), 0.02, 0.79);

        assertThat(skin.width()).isEqualTo(1024);
        assertThat(cheek / forehead).isBetween(1.04, 1.3);
    }

    @Test
    void onlyMenHaveTheShadowOfABeard() {
        Texture drawn = people.texture(DRAWN);
        double man = 0;
        double woman = 0;
        for (int i = 0; i < 5; i++) {
            man += light(skin(drawn, Sex.MALE, i), 0.01, 0.63) / light(drawn, 0.01, 0.63) / 5;
            woman += light(skin(drawn, Sex.FEMALE, i), 0.01, 0.63) / light(drawn, 0.01, 0.63) / 5;
        }

        assertThat(man / woman).isBetween(0.75, 0.96);
        assertThat(woman).isBetween(0.92, 1.04);
    }

    @Test
    void everybodyHasTheirOwnSkinAndAlwaysTheSame() {
        Texture drawn = people.texture(DRAWN);

        assertThat(skin(drawn, Sex.MALE, 0).rgba())
                .isEqualTo(skin(drawn, Sex.MALE, 0).rgba())
                .isNotEqualTo(skin(drawn, Sex.MALE, 1).rgba());
    }

    @Test
    void scalpUnderHairHasTheColorOfItsRoots() {
        Texture drawn = people.texture(DRAWN);
        Performer p = person(Sex.FEMALE);
        Face red = new Face(DRAWN, Optional.of("short02"), 0, 0x7a1a10, 0x444444, "eyebrow001", "eyelashes02");
        Face bald = new Face(DRAWN, Optional.empty(), 0, 0x7a1a10, 0x444444, "eyebrow001", "eyelashes02");

        Texture haired = Skin.of(drawn, p, red, 3, 0, people);
        Texture bare = Skin.of(drawn, p, bald, 3, 0, people);

        assertThat(redness(haired, 0.01, 0.84)).isGreaterThan(1.25 * redness(bare, 0.01, 0.84));
        assertThat(redness(haired, 0.01, 0.78)).isEqualTo(redness(bare, 0.01, 0.78));
    }

    private Texture skin(Texture drawn, Sex sex, int index) {
        Performer p = person(sex);
        return Skin.of(drawn, p, Face.of(p, index, 3), 3, index, people);
    }

    private double redness(Texture t, double x, double y) {
        double[] c = around(t, x, y);
        return c[0] / c[1];
    }

    private double light(Texture t, double x, double y) {
        return around(t, x, y)[1];
    }

    /// Mean color about the texel of the front vertex nearest to a place of the neutral face, both halves.
    private double[] around(Texture t, double x, double y) {
        BodyMesh m = people.body();
        double[] sum = new double[3];
        for (int side = -1; side <= 1; side += 2) {
            int best = 0;
            double least = Double.MAX_VALUE;
            for (int i = 0; i < m.sources().length; i++) {
                int v = 3 * m.sources()[i];
                double d = Math.hypot(m.positions()[v] - side * x, m.positions()[v + 1] - y);
                if (m.positions()[v + 2] > 0.08 && d < least) {
                    least = d;
                    best = i;
                }
            }
            int tx = (int) (m.uvs()[2 * best] * t.width());
            int ty = (int) ((1 - m.uvs()[2 * best + 1]) * t.height());
            int r = t.width() / 128;
            for (int v = ty - r; v <= ty + r; v++) {
                for (int u = tx - r; u <= tx + r; u++) {
                    for (int c = 0; c < 3; c++) {
                        sum[c] += t.rgba()[4 * (v * t.width() + u) + c] & 255;
                    }
                }
            }
        }
        double n = 2 * Math.pow(2 * (t.width() / 128) + 1, 2);
        return new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
    }

    private static Performer person(Sex sex) {
        return new Performer(
                "somebody",
                "",
                sex,
                30,
                Build.AVERAGE,
                Stature.AVERAGE,
                Heritage.CAUCASIAN,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                List.of());
    }
}
