package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "' Ada.Lovelace@Example.ORG ', ada.lovelace@example.org",
        "a+tag@b.co, a+tag@b.co",
        "mail@bücher.example, mail@xn--bcher-kva.example",
        "ünï@example.org, ünï@example.org",
        "x@a-b.c1.museum, x@a-b.c1.museum"
    })
    void isBroughtIntoOneForm(String given, String kept) {
        assertThat(Email.of(given).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.co",
                "a",
                "a@b",
                "a b@c.de",
                "a@b..de",
                "a@-b.de",
                "a@b-.de",
                ".a@b.de",
                "a.@b.de",
                "a..b@c.de",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "\"a\"@b.de",
                "a@b.de\n",
                "a\n@b.de",
                "a@b.de,c@d.ef",
                "a<b@c.de>",
                "a@@b.de",
                "a\u0000@b.de",
                "a@b\u202E.de"
            })
    void refusesWhatIsNone(String text) {
        if (text.equals("a@b.de\n")) {
            assertThat(Email.of(text).text()).isEqualTo("a@b.de");
            return;
        }
        assertThatThrownBy(() -> Email.of(text)).isInstanceOf(Refusal.class).hasMessageContaining("name@example.org");
    }

    @org.junit.jupiter.api.Test
    void isBounded() {
        assertThat(Email.of("a".repeat(64) + "@b.de").text()).hasSize(69);
        for (String bad : new String[] {
            "a".repeat(65) + "@b.de",
            "a@" + "b".repeat(64) + ".de",
            "a@" + "b.".repeat(130) + "de",
            "a".repeat(1_000_000)
        }) {
            assertThatThrownBy(() -> Email.of(bad))
                    .isInstanceOf(Refusal.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        }
    }
}
