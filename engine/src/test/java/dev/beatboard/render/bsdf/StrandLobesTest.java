package dev.beatboard.render.bsdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrandLobesTest {

    private static final int ROWS = 400;
    private static final int COLUMNS = 160;
    private final StrandLobes lobes = new StrandLobes();
    private final Scatter s = new Scatter();

    /// A slanted strand, seen at a sine to the plane across it.
    private void turn(double sine) {
        double c = Math.sqrt(1 - sine * sine);
        // Along (0.6, 0, 0.8) and across it.
        s.hx = 0.6;
        s.hy = 0;
        s.hz = 0.8;
        s.ox = 0.6 * sine - 0.8 * c * 0.8;
        s.oy = 0.6 * c;
        s.oz = 0.8 * sine + 0.6 * c * 0.8;
        lobes.turn((float) s.hx, (float) s.hy, (float) s.hz, (float) s.ox, (float) s.oy, (float) s.oz);
    }

    private void toward(double row, double column) {
        double up = 2 * row / ROWS - 1;
        double around = 2 * Math.PI * column / COLUMNS;
        double r = Math.sqrt(1 - up * up);
        double a = r * Math.cos(around);
        s.ix = 0.6 * up - 0.8 * a;
        s.iy = r * Math.sin(around);
        s.iz = 0.8 * up + 0.6 * a;
        lobes.toward((float) s.ix, (float) s.iy, (float) s.iz);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.98, -0.6, 0, 0.3, 0.8, 0.999})
    void densitiesAreThoseOfTheReference(double sine) {
        turn(sine);
        s.red = 0;
        s.green = 1;
        for (int row = 3; row < ROWS; row += 23) {
            for (int column = 0; column < COLUMNS; column += 7) {
                toward(row, column);
                Strand.INSTANCE.evaluate(s);
                double white = s.valueR / Strand.WHITE;
                double body = Math.max(0, s.iz) / Math.PI;
                double tinted = (s.valueG - s.valueR - Strand.BODY * body) / Strand.TINTED;
                assertThat((double) lobes.white).isCloseTo(white, within(0.03 * white + 1e-3));
                assertThat((double) lobes.tinted).isCloseTo(tinted, within(0.03 * tinted + 1e-3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.98, -0.6, 0, 0.3, 0.8, 0.999})
    void eachLobeSendsOnAllOfItsLight(double sine) {
        turn(sine);
        double white = 0;
        double tinted = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                toward(row + 0.5, column + 0.5);
                white += lobes.white;
                tinted += lobes.tinted;
            }
        }
        double cell = 4 * Math.PI / (ROWS * COLUMNS);
        assertThat(cell * white).isCloseTo(1, within(0.02));
        assertThat(cell * tinted).isCloseTo(1, within(0.02));
    }

    /// Light that goes from strand to strand takes their color; into black hair half of a lobe is lost.
    @Test
    void gatheredLightIsDeeperInColorThanTheHair() {
        assertThat(StrandLobes.gathered(0)).isBetween(0.5f, 1f);
        for (float color = 0; color < 1; color += 0.05f) {
            assertThat(StrandLobes.gathered(color + 0.05f)).isGreaterThan(StrandLobes.gathered(color));
        }
    }
}
