package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.scene.Texture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HairlineTest {

    private People people;
    private Piece hair;
    private Texture drawn;

    @BeforeEach
    void open() throws java.io.IOException {
        people = InstalledPeople.get();
        hair = people.piece("short02").orElseThrow();
        drawn = people.texture(hair.looks().getFirst().texture());
    }

    /// Mean coverage of the texels whose distance to a painted edge is within a band, found by search.
    private double coverage(Texture soft, int from, int to) {
        Texture fine = Finer.twice(drawn);
        boolean[] covered = Coverage.of(fine, hair);
        int w = fine.width();
        double sum = 0;
        int n = 0;
        for (int y = to; y < fine.height() - to; y += 3) {
            for (int x = to; x < w - to; x += 3) {
                int d = edge(fine, covered, x, y, to);
                if (d >= from && d < to) {
                    sum += soft.rgba()[4 * (y * w + x) + 3] & 255;
                    n++;
                }
            }
        }
        return sum / (255.0 * n);
    }

    private static int edge(Texture t, boolean[] covered, int x, int y, int reach) {
        int w = t.width();
        if (!covered[y * w + x] || (t.rgba()[4 * (y * w + x) + 3] & 255) < 250) {
            return -1;
        }
        int best = reach * reach;
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                int at = (y + v) * w + x + u;
                if (u * u + v * v < best && covered[at] && (t.rgba()[4 * at + 3] & 255) < 128) {
                    best = u * u + v * v;
                }
            }
        }
        return (int) Math.sqrt(best);
    }

    @Test
    void hairGrowsDenserFromItsEdgeInward() {
        Texture soft = Hairline.soften(drawn, hair, people);

        double rim = coverage(soft, 2, 8);
        double middle = coverage(soft, 8, 16);
        double inside = coverage(soft, 24, 32);
        assertThat(rim).isBetween(0.1, 0.7);
        assertThat(middle).isBetween(rim + 0.1, 0.95);
        assertThat(inside).isGreaterThan(middle).isGreaterThan(0.97);
    }

    @Test
    void seamsAreNoEdges() {
        Texture soft = Hairline.soften(drawn, hair, people);
        boolean[] covered = Coverage.of(soft, hair);
        int w = soft.width();
        int lost = 0;
        int rim = 0;
        for (int y = 1; y < soft.height() - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                boolean seam = covered[i] && !covered[i - w];
                if (seam && y < 200) {
                    rim++;
                    lost += (soft.rgba()[4 * i + 3] & 255) < 200 ? 1 : 0;
                }
            }
        }
        assertThat(rim).isGreaterThan(100);
        assertThat(lost).isLessThan(rim / 10);
    }

    @Test
    void hairThatHangsKeepsItsBody() {
        Piece bob = people.piece("bob02").orElseThrow();
        Texture picture = people.texture(bob.looks().getFirst().texture());
        Texture fine = Finer.twice(picture);
        Texture soft = Hairline.soften(picture, bob, people);
        boolean[] covered = Coverage.of(fine, bob);
        int solid = 0;
        int holed = 0;
        for (int i = 0; i < covered.length; i++) {
            if (covered[i] && (fine.rgba()[4 * i + 3] & 255) > 250) {
                solid++;
                holed += (soft.rgba()[4 * i + 3] & 255) < 128 ? 1 : 0;
            }
        }
        assertThat(solid).isGreaterThan(10_000);
        assertThat(holed).isLessThan(solid / 100);
    }
}
