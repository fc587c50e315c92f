package dev.beatboard.file.exr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipBlockTest {

    /// A block whose lines are by turns noise, a ramp and one value, the last for three of five.
    private static byte[] pack(ZipBlock zip, int seed, int lines, int n, byte[] raw) {
        Random random = new Random(seed);
        byte[] evens = new byte[n];
        byte[] odds = new byte[n];
        zip.start(2 * lines * n);
        for (int y = 0; y < lines; y++) {
            if (y % 5 > 1) {
                byte value = (byte) (y % 5 == 4 ? 7 : 0);
                Arrays.fill(raw, 2 * y * n, 2 * (y + 1) * n, value);
                zip.constant(value, value, n);
                continue;
            }
            random.nextBytes(evens);
            for (int i = 0; i < n; i++) {
                odds[i] = (byte) (y % 5 == 0 ? i / 7 : random.nextInt());
                raw[2 * (y * n + i)] = evens[i];
                raw[2 * (y * n + i) + 1] = odds[i];
            }
            zip.add(evens, odds, n, y % 2 == 0);
        }
        return zip.packed();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 1400, 5000, 100_000})
    void bringsBackWhatWasPacked(int n) throws IOException {
        for (int lines : new int[] {1, 4, 16}) {
            byte[] raw = new byte[2 * lines * n];
            try (ZipBlock zip = new ZipBlock(raw.length)) {
                byte[] packed = pack(zip, 3, lines, n, raw);

                assertThat(packed).hasSizeLessThanOrEqualTo(raw.length);
                assertThat(ZipBlock.decompress(packed, raw.length)).isEqualTo(raw);
            }
        }
    }

    @Test
    void theBlocksBeforeDoNotMatter() {
        int n = 2000;
        try (ZipBlock used = new ZipBlock(32 * n);
                ZipBlock fresh = new ZipBlock(32 * n)) {
            pack(used, 1, 16, n, new byte[32 * n]);
            pack(used, 2, 3, n, new byte[32 * n]);

            assertThat(pack(used, 5, 16, n, new byte[32 * n])).isEqualTo(pack(fresh, 5, 16, n, new byte[32 * n]));
        }
    }

    @Test
    void nothingTakesNextToNoRoom() throws IOException {
        int bytes = 6_000_000;
        try (ZipBlock zip = new ZipBlock(bytes)) {
            zip.start(bytes);
            zip.constant((byte) 0, (byte) 0, bytes / 2);
            byte[] packed = zip.packed();

            assertThat(packed).hasSizeLessThan(bytes / 500);
            assertThat(ZipBlock.decompress(packed, bytes)).containsOnly(0);
        }
    }

    @Test
    void noiseStaysAsItIs() throws IOException {
        byte[] noise = new byte[70_000];
        new Random(4).nextBytes(noise);
        try (ZipBlock zip = new ZipBlock(2 * noise.length)) {
            zip.start(2 * noise.length);
            zip.add(noise, noise, noise.length, true);
            byte[] packed = zip.packed();

            assertThat(packed).hasSize(2 * noise.length);
            assertThat(packed[20]).isEqualTo(noise[10]);
            assertThat(packed[21]).isEqualTo(noise[10]);
        }
    }

    @Test
    void whatIsCutShortIsRefused() {
        byte[] raw = new byte[2 * 5 * 1000];
        try (ZipBlock zip = new ZipBlock(raw.length)) {
            byte[] packed = pack(zip, 3, 5, 1000, raw);

            assertThatThrownBy(() -> ZipBlock.decompress(Arrays.copyOf(packed, packed.length / 2), raw.length))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("shorter");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 8192, 12_288, 5 << 20, 9 << 20})
    void streamsOfNothingAreNoLongerThanTheySay(int length) {
        byte[] out = new byte[length];

        assertThat(FlatStream.known(length)).isEqualTo(length);
        assertThat(FlatStream.write(length, out, 0)).isLessThanOrEqualTo(FlatStream.atMost(length));
    }
}
