package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void beginsWithItsPrefixAndHas43CharactersOfChanceAndSixOfChecksum() {
        assertThat(Secrets.next("bb_")).matches("bb_[A-Za-z0-9_-]{49}");
    }

    @Test
    void isNeverTheSameTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(Secrets.next("bb_"))).isTrue();
        }
    }

    @Test
    void aMistypedCharacterIsNoticedWithoutADatabase() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < 2_000; i++) {
            String good = Secrets.next("bb_");
            assertThat(Secrets.wellFormed("bb_", good)).isTrue();
            int at = 3 + random.nextInt(good.length() - 3);
            char other = alphabet.charAt(random.nextInt(64));
            if (other == good.charAt(at)) {
                continue;
            }
            String bad = good.substring(0, at) + other + good.substring(at + 1);
            assertThat(Secrets.wellFormed("bb_", bad))
                    .as("seed %d, %d", seed, i)
                    .isFalse();
        }
    }

    @Test
    void refusesWhatIsNoneAtAll() {
        String good = Secrets.next("bb_");
        for (String bad : new String[] {
            "", "bb_", "bs_" + good.substring(3), good + "x", good.substring(1), good.replace('b', 'B'), "é".repeat(52)
        }) {
            assertThat(Secrets.wellFormed("bb_", bad)).as(bad).isFalse();
        }
    }

    @Test
    void theHashIsSha256() {
        assertThat(Secrets.hash("abc"))
                .isEqualTo(java.util.HexFormat.of()
                        .parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
}
