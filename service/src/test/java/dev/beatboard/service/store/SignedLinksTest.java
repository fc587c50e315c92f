package dev.beatboard.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.store.SignedLinks.Verdict;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.250Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    private final SignedLinks links = new SignedLinks(ObjectStoreContract.bytes(1, 32));

    private static Map<String, String> query(String path) {
        return Stream.of(path.substring(path.indexOf('?') + 1).split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    private Verdict check(String key, Map<String, String> q, Instant now) {
        return links.verify(
                key, q.getOrDefault("expires", ""), q.getOrDefault("name", ""), q.getOrDefault("signature", ""), now);
    }

    @Test
    void aLinkIsGoodUntilItExpires() {
        String path = links.path("g/1/clip.mp4", "Küche & Flur + 50%.mp4", LATER);
        assertThat(path).startsWith("/files/g/1/clip.mp4?expires=1795870800&name=K%C3%BCche%20%26");
        assertThat(check("g/1/clip.mp4", query(path), NOW)).isEqualTo(Verdict.GOOD);
        assertThat(check("g/1/clip.mp4", query(path), LATER.minusSeconds(1))).isEqualTo(Verdict.GOOD);
        assertThat(check("g/1/clip.mp4", query(path), LATER)).isEqualTo(Verdict.EXPIRED);
        assertThat(check("g/1/clip.mp4", query(path), LATER.plusSeconds(999))).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void anyChangeIsAForgery() {
        Map<String, String> good = query(links.path("g/1/clip.mp4", "clip.mp4", LATER));
        assertThat(check("g/2/clip.mp4", good, NOW)).isEqualTo(Verdict.FORGED);
        for (String part : List.of("expires", "name", "signature")) {
            for (String value :
                    List.of("", "1", "1795870801", "-1", "99999999999999999999", "clip.mp4\n", "AAAA", "=", "é")) {
                Map<String, String> bad = new java.util.HashMap<>(good);
                bad.put(part, value);
                assertThat(check("g/1/clip.mp4", bad, NOW))
                        .as(part + " " + value)
                        .isEqualTo(Verdict.FORGED);
            }
        }
        SignedLinks other = new SignedLinks(ObjectStoreContract.bytes(2, 32));
        assertThat(check("g/1/clip.mp4", query(other.path("g/1/clip.mp4", "clip.mp4", LATER)), NOW))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void namesCannotBreakAHeader() {
        for (String name : List.of("", "a\r\nb", "a\"b", "../x", "a\\b", "x".repeat(201))) {
            assertThatThrownBy(() -> links.path("k", name, LATER)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> links.path("../k", "x", LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedLinks(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
