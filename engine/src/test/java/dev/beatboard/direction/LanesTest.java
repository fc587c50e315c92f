package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.Director;
import dev.beatboard.direction.Lanes.Kind;
import dev.beatboard.direction.Lanes.Origin;
import dev.beatboard.direction.Lanes.Span;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lanes of a shot")
class LanesTest {

    private static List<Span> lanes(String... prompts) {
        return Director.lanes(Interpreter.understand(Gold.draft(List.of(prompts))));
    }

    private static List<Span> lane(String name, List<Span> all) {
        return all.stream().filter(s -> s.lane().equals(name)).toList();
    }

    @Test
    @DisplayName("cover the clip without gaps, whatever was said")
    void cover() throws IOException {
        for (Gold g : Gold.fresh()) {
            Understanding u = g.read();
            Map<String, Integer> at = new LinkedHashMap<>();
            for (Span s : Director.lanes(u)) {
                assertThat(s.from()).as(g.prompts() + " " + s).isEqualTo(at.getOrDefault(s.lane(), 0));
                assertThat(s.to()).isGreaterThan(s.from());
                assertThat(s.label()).isNotBlank();
                assertThat(s.share()).isBetween(0.0, 1.0);
                at.put(s.lane(), s.to());
            }
            assertThat(at.keySet()).startsWith("camera").endsWith("light", "set");
            assertThat(at).hasSize(u.shot().cast().size() + 3);
            assertThat(at.values()).containsOnly(u.shot().frames());
        }
    }

    @Test
    @DisplayName("tell moves from holds, acts from postures, words from what was decided")
    void kinds() {
        List<Span> all = lanes("a man in an office, medium shot", "he waves", "slow push in", "he sits down");
        assertThat(lane("camera", all)).extracting(Span::kind).containsExactly(Kind.HOLD, Kind.MOVE);
        assertThat(lane("camera", all)).extracting(Span::from).containsExactly(0, 48);
        assertThat(lane("man", all))
                .extracting(s -> s.kind() + " " + s.label())
                .containsExactly("HOLD standing", "ACT wave", "ACT sit down", "HOLD sitting");
        assertThat(lane("light", all)).extracting(Span::origin).containsExactly(Origin.DECIDED);
        assertThat(lane("set", all)).extracting(Span::origin).containsExactly(Origin.WORDS);
    }

    @Test
    @DisplayName("show who is not there yet or not any more")
    void off() {
        List<Span> all = lanes("office", "a man enters from the left", "he sits down", "he leaves");
        assertThat(lane("man", all).getFirst().kind()).isEqualTo(Kind.OFF);
        assertThat(lane("man", all).getLast().kind()).isEqualTo(Kind.OFF);
    }

    @Test
    @DisplayName("give the share of an act that the next order of the same limbs leaves")
    void share() {
        List<Span> all = lanes("a woman waves", "she claps", "she nods");
        assertThat(lane("woman", all).get(0).share()).isLessThan(0.5);
        assertThat(lane("woman", all).get(1).share()).isEqualTo(1);
    }
}
