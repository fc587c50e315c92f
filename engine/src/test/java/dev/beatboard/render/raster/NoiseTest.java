package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class NoiseTest {

    @Test
    void sixteenPixelsOfABlockAreEvenlyApart() {
        for (int block = 0; block < 40; block++) {
            int x = 4 * (block % 8);
            int y = 4 * (block / 8);
            evenlyApart(16, i -> Noise.even(x + i % 4, y + i / 4, 7));
            evenlyApart(16, i -> Noise.at(x + i % 4, y + i / 4, 7, 0));
            evenlyApart(16, i -> Noise.at(x + i % 4, y + i / 4, 7, 1));
        }
    }

    /// Shadow rays go from every second pixel, as on a chessboard.
    @Test
    void soAreThoseOfEitherColorOfAChessboardAndFourTwoApart() {
        for (int block = 0; block < 40; block++) {
            int x = 4 * (block % 8);
            int y = 4 * (block / 8);
            for (int odd = 0; odd < 2; odd++) {
                int color = odd;
                evenlyApart(8, i -> Noise.even(x + 2 * (i % 2) + (i / 2 + color) % 2, y + i / 2, 7));
            }
            evenlyApart(4, i -> Noise.even(x + 1 + 2 * (i & 1), y + (i & 2), 7));
        }
    }

    /// A block of 16x8 pixels traces some rays first: they ask all parts of the light.
    @Test
    void theFirstRaysOfABlockAskAllOfIt() {
        for (int parity = 0; parity < 2; parity++) {
            int first = parity;
            evenlyApart(16, i -> Noise.even(32 + first + 4 * (i % 4), 24 + 2 * (i / 4), 7));
            // And of a draft, of 16x16.
            evenlyApart(16, i -> Noise.even(32 + first + 4 * (i % 4), 16 + 4 * (i / 4), 7));
        }
    }

    private static void evenlyApart(int n, IntToDoubleFunction numbers) {
        BitSet parts = new BitSet();
        for (int i = 0; i < n; i++) {
            parts.set((int) (n * numbers.applyAsDouble(i)));
        }
        assertThat(parts.cardinality()).isEqualTo(n);
    }
}
