package dev.beatboard.file.gltf.meshopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What went in comes out of a decoder that was written from the same text; other people's decoders are asked in
/// GltfProofTest.
class CodecTest {

    /// The example of the specification: differences -1 -4 -3 26 -91 0 -6 6 -4 -4 5 -5 1 -1 0 0 take 4 bits each.
    @Test
    void theExampleOfTheSpecificationComesOutByteForByte() {
        int[] deltas = {0, -4, -3, 26, -91, 0, -6, 6, -4, -4, 5, -5, 1, -1, 0, 0};
        byte[] data = new byte[64];
        int v = 0;
        for (int i = 0; i < 16; i++) {
            v += deltas[i];
            data[4 * i] = (byte) v;
        }
        byte[] out = VertexCodec.encode(data, 4);
        // The first element differs from itself by nothing, so the first half byte is 0 and not the example's 1.
        assertThat(HexFormat.of().formatHex(out, 0, 12)).isEqualTo("a0" + "02" + "075ff0bc77a9210034b5");
        assertThat(out).hasSize(1 + 11 + 3 + 32);
    }

    @ParameterizedTest
    @CsvSource({"4,1", "4,16", "8,17", "12,256", "16,257", "64,300", "256,40", "4,5000"})
    void attributesComeBackToTheBit(int stride, int count) {
        Random random = new Random(7);
        byte[] data = new byte[stride * count];
        for (int i = 0; i < data.length; i++) {
            // Bytes that jump, creep and stand still.
            int k = i % stride % 3;
            int before = i < stride ? 0 : data[i - stride];
            data[i] = (byte) (k == 0 ? random.nextInt() : k == 1 ? before + random.nextInt(5) - 2 : 9);
        }
        byte[] out = VertexCodec.encode(data, stride);
        assertThat(Decoder.attributes(out, count, stride)).isEqualTo(data);
    }

    @Test
    void elementsThatAreNoMultipleOfFourAreRefused() {
        assertThatThrownBy(() -> VertexCodec.encode(new byte[12], 6)).hasMessageContaining("elements of 6");
        assertThatThrownBy(() -> VertexCodec.encode(new byte[520], 260)).hasMessageContaining("260");
    }

    @Test
    void trianglesOfSeveralSurfacesComeBackAndAGridTakesAboutAByteEach() {
        int n = 40;
        List<Integer> grid = new ArrayList<>();
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                int a = y * (n + 1) + x;
                grid.addAll(List.of(a, a + 1, a + n + 1, a + 1, a + n + 2, a + n + 1));
            }
        }
        int[] t = grid.stream().mapToInt(Integer::intValue).toArray();
        TriangleOrder order = TriangleOrder.of(t, (n + 1) * (n + 1));
        byte[] out = TriangleCodec.encode(List.of(order.triangles(), order.triangles()));
        int[] twice = Arrays.copyOf(order.triangles(), 2 * t.length);
        System.arraycopy(order.triangles(), 0, twice, t.length, t.length);
        assertThat(Decoder.turned(Decoder.triangles(out, twice.length))).isEqualTo(Decoder.turned(twice));
        assertThat(out.length / (2.0 * n * n * 2)).isLessThan(1.3);
    }

    @Test
    void trianglesWithoutAnyOrderComeBackToo() {
        Random random = new Random(3);
        List<int[]> surfaces = new ArrayList<>();
        int total = 0;
        for (int s = 0; s < 5; s++) {
            int[] t = random.ints(3 * 500, 0, s == 4 ? 70_000 : 200).toArray();
            surfaces.add(t);
            total += t.length;
        }
        int[] all = surfaces.stream().flatMapToInt(Arrays::stream).toArray();
        byte[] out = TriangleCodec.encode(surfaces);
        assertThat(Decoder.turned(Decoder.triangles(out, total))).isEqualTo(Decoder.turned(all));
    }

    @Test
    void orderingKeepsEveryTriangleAndItsSide() {
        int[] t = {5, 6, 7, 7, 6, 8, 0, 1, 2};
        TriangleOrder order = TriangleOrder.of(t, 12);
        int[] back =
                Arrays.stream(order.triangles()).map(v -> order.vertices()[v]).toArray();
        assertThat(Decoder.turned(back)).isEqualTo(Decoder.turned(t));
        assertThat(order.vertices()).hasSize(7);
        assertThat(Arrays.copyOf(order.triangles(), 3)).containsExactly(0, 1, 2);
    }

    @Test
    void rotationsComeBackWithinTwoTenThousandthsOfARadian() {
        Random random = new Random(11);
        List<Quat> list = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            list.add(
                    new Quat(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                            .normalized());
        }
        ByteBuffer b = ByteBuffer.wrap(Filters.quaternion(list, list.size())).order(ByteOrder.LITTLE_ENDIAN);
        double root = Math.sqrt(0.5);
        for (Quat q : list) {
            double[] in = {b.getShort(), b.getShort(), b.getShort()};
            int code = b.getShort();
            double one = code | 3;
            double rest = 1;
            double[] out = new double[4];
            for (int i = 0; i < 3; i++) {
                double v = in[i] / one * root;
                rest -= v * v;
                out[((code & 3) + 1 + i) % 4] = Math.round(v * 32767) / 32767.0;
            }
            out[code & 3] = Math.round(Math.sqrt(rest) * 32767) / 32767.0;
            Quat decoded = new Quat(out[0], out[1], out[2], out[3]);
            assertThat(decoded).isEqualTo(Filters.decoded(q));
            assertThat(q.inverse()
                            .times(decoded.normalized())
                            .toRotationVector()
                            .length())
                    .isLessThan(2e-4);
        }
    }

    @Test
    void normalsComeBackWithinADegree() {
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            Vec3 n = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).normalized();
            byte[] b = Filters.octahedral(new float[] {(float) n.x(), (float) n.y(), (float) n.z()});
            double x = b[0] / (double) b[2];
            double y = b[1] / (double) b[2];
            double z = 1 - Math.abs(x) - Math.abs(y);
            double t = Math.min(z, 0);
            Vec3 decoded = new Vec3(x - Math.copySign(t, x), y - Math.copySign(t, y), z).normalized();
            assertThat(Math.toDegrees(Math.acos(Math.min(1, decoded.dot(n))))).isLessThan(1.0);
        }
    }

    @Test
    void numbersComeBackWithinHalfAStepAndLargeOnesTakeACoarserGrid() {
        float[] values = {0, 1, -1.2345f, 3.99999f, 1e-6f};
        assertThat(decoded(Filters.exponential(values, -10))).containsExactly(values, within(0.5f / 1024));
        float[] large = {0.25f, -30_000.5f};
        assertThat(decoded(Filters.exponential(large, -10))).containsExactly(large, within(0.003f));
        assertThat(decoded(Filters.exponential(values, -10))).containsExactly(Filters.decoded(values, -10));
    }

    private static float[] decoded(byte[] bytes) {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] out = new float[bytes.length / 4];
        for (int i = 0; i < out.length; i++) {
            int v = b.getInt();
            out[i] = (float) (Math.pow(2, v >> 24) * (v << 8 >> 8));
        }
        return out;
    }
}
