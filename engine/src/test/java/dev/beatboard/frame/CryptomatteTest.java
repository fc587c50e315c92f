package dev.beatboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptomatteTest {

    /// Values of the reference implementation.
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "hello, 248bfa47",
        "'hello, world', 149bbb7f",
        "The quick brown fox jumps over the lazy dog, 2e4ff723"
    })
    void hashesAsMurmurHash3(String text, String hash) {
        assertThat(Integer.toHexString(Cryptomatte.murmur3(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(hash);
    }

    @Test
    void idsAreOrdinaryNumbers() {
        for (int i = 0; i < 20_000; i++) {
            float id = Cryptomatte.id("thing." + i);
            assertThat(Math.abs(id)).isBetween(Float.MIN_NORMAL, Float.MAX_VALUE);
        }
    }

    @Test
    void theManifestIsJsonWithTheBitsOfTheIds() {
        String json = Cryptomatte.manifest(List.of("Ann", "a \"chair\""));

        assertThat(json)
                .isEqualTo(String.format(
                        "{\"Ann\":\"%08x\",\"a \\\"chair\\\"\":\"%08x\"}",
                        Float.floatToRawIntBits(Cryptomatte.id("Ann")),
                        Float.floatToRawIntBits(Cryptomatte.id("a \"chair\""))));
    }

    @Test
    void aLayerHasFourChannelsForTwoRanks() {
        assertThat(Cryptomatte.planes("CryptoActor"))
                .hasSize(12)
                .startsWith("CryptoActor00.R", "CryptoActor00.G")
                .endsWith("CryptoActor02.A");
    }
}
