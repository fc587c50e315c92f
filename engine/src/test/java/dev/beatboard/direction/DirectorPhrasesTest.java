package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Phrases as directors say them")
class DirectorPhrasesTest {

    private static Understanding read(String... prompts) {
        return Interpreter.understand(Gold.draft(List.of(prompts)));
    }

    private static List<String> names(Understanding u) {
        return u.shot().cast().stream().map(Performer::name).toList();
    }

    private static List<String> doing(Understanding u, int keyframe, ActionKind kind) {
        return u.shot().keyframes().get(keyframe).cast().stream()
                .filter(d -> d.actions().stream().anyMatch(a -> a.kind() == kind))
                .map(PerformerDirection::name)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Full shot from the side of a woman walking from left to right down a corridor | PROFILE_RIGHT",
                "Full shot from the side, a man walks from right to left in a street | PROFILE_LEFT",
                "Side view of a woman at a desk | PROFILE_LEFT",
                "From behind, a man walks down the corridor | BACK",
                "Three-quarter view of a barista | THREE_QUARTER_LEFT",
            })
    @DisplayName("name the side that the lens looks from")
    void side(String prompt, CameraSide side) {
        assertThat(read(prompt).shot().keyframes().getFirst().camera().side()).contains(side);
    }

    @Test
    @DisplayName("who comes from behind does not turn the camera")
    void comesFromBehind() {
        assertThat(read("The man approaches her from behind")
                        .shot()
                        .keyframes()
                        .getFirst()
                        .camera()
                        .side())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a woman with long blonde hair | LONG | blonde | false",
                "a man with short curly dark hair | SHORT | black | true",
                "a woman with shoulder-length red hair | BOB | red | true",
                "a woman with a blonde ponytail | PONYTAIL | blonde | false",
                "a man with long wavy grey hair | LONG | grey | true",
            })
    @DisplayName("describe hair in several words")
    void hair(String prompt, HairStyle style, String color, boolean substituted) {
        var u = read(prompt);
        assertThat(u.shot().cast().getFirst().hair().style()).isEqualTo(style);
        assertThat(u.shot().cast().getFirst().hair().color().map(NamedColor::name))
                .contains(color);
        assertThat(u.warnings().stream().anyMatch(w -> w.code().equals("substituted")))
                .isEqualTo(substituted);
    }

    @Test
    @DisplayName("relations and ages in words make persons")
    void relations() {
        var u = read(
                "An old man and his grandson, a boy of ten, sit on the couch",
                "Close-up of the boy",
                "Reaction shot of the man, he smiles");
        assertThat(names(u)).containsExactly("old man", "grandson");
        assertThat(u.shot().cast().get(1).age()).isEqualTo(10);
        assertThat(u.shot().cast().get(1).sex()).isEqualTo(Sex.MALE);
        assertThat(u.shot().keyframes().getFirst().cast())
                .hasSize(2)
                .allMatch(d -> d.posture().filter(p -> p == Posture.SITTING).isPresent());
        assertThat(u.shot().keyframes().get(1).camera().subjects()).containsExactly(new Target.Person("grandson"));
        assertThat(u.shot().keyframes().get(2).camera().subjects()).containsExactly(new Target.Person("old man"));
        assertThat(u.shot().keyframes().get(2).camera().transition()).isEqualTo(Transition.CUT);
    }

    @Test
    @DisplayName("a counted age makes no crowd")
    void ages() {
        var u = read("A boy of eight and a girl, nine years old, run toward camera");
        assertThat(u.shot().cast()).extracting(Performer::age).containsExactly(8, 9);
    }

    @Test
    @DisplayName("two subjects with adjectives act together")
    void joined() {
        assertThat(doing(read("A tall man and a short stocky woman wave"), 0, ActionKind.WAVE))
                .containsExactly("man", "woman");
    }

    @Test
    @DisplayName("another is new, the other is the one not spoken of, the last is the last")
    void others() {
        var u = read("A man stands at the window. Another man sits at the desk. The other man waves.");
        assertThat(doing(u, 0, ActionKind.WAVE)).containsExactly("man");
        u = read("Three men stand in an office. The second man shrugs, the last man laughs.");
        assertThat(doing(u, 0, ActionKind.SHRUG)).containsExactly("man 2");
        assertThat(doing(u, 0, ActionKind.LAUGH)).containsExactly("man 3");
    }

    @Test
    @DisplayName("the woman on the right is not the woman on the left")
    void sides() {
        var u = read(
                "Two women talk. The woman on the left nods. The woman on the right laughs.",
                "Reverse: over the shoulder of the first woman, the other woman shakes her head");
        assertThat(doing(u, 0, ActionKind.NOD)).containsExactly("woman 1");
        assertThat(doing(u, 0, ActionKind.LAUGH)).containsExactly("woman 2");
        var camera = u.shot().keyframes().get(1).camera();
        assertThat(camera.composition()).contains(Composition.OVER_SHOULDER);
        assertThat(camera.foreground()).contains("woman 1");
        assertThat(camera.subjects()).containsExactly(new Target.Person("woman 2"));
    }

    @Test
    @DisplayName("a line is said with quotes of either kind, or after a colon")
    void lines() {
        for (String p : List.of("A man says: We are not open.", "A man says 'We are not open.'")) {
            assertThat(read(p).shot()
                            .keyframes()
                            .getFirst()
                            .cast()
                            .getFirst()
                            .actions()
                            .getFirst()
                            .line())
                    .as(p)
                    .contains("We are not open.");
        }
    }

    @Test
    @DisplayName("what cannot be filmed yet is said")
    void refused() {
        assertThat(read("Two men shake hands in an office").warnings())
                .anyMatch(w -> w.code().equals("not-supported") && w.message().contains("shake hands"));
    }

    @Test
    @DisplayName("a rack focus from one to the other frames the other")
    void rack() {
        assertThat(read("Rack focus from the man to the woman, cafe")
                        .shot()
                        .keyframes()
                        .getFirst()
                        .camera()
                        .subjects())
                .containsExactly(new Target.Person("woman"));
    }

    @Test
    @DisplayName("his and her tell the sex that a noun leaves open")
    void possessive() {
        assertThat(read("A doctor checks his watch").shot().cast().getFirst().sex())
                .isEqualTo(Sex.MALE);
        assertThat(read("A doctor checks her watch").shot().cast().getFirst().sex())
                .isEqualTo(Sex.FEMALE);
    }

    @Test
    @DisplayName("looks and places tell people apart")
    void apart() {
        var u = read("A short man and a tall man argue", "the tall man nods", "the short man points at the tall man");
        assertThat(doing(u, 1, ActionKind.NOD)).containsExactly("man 2");
        assertThat(doing(u, 2, ActionKind.POINT)).containsExactly("man");
        u = read("A man sits at the desk. Another man stands at the window.", "the man at the desk waves");
        assertThat(doing(u, 1, ActionKind.WAVE)).containsExactly("man");
    }

    @Test
    @DisplayName("a place after the one who is looked at is hers")
    void hers() {
        var u = read("The man on the sofa looks at the woman by the window");
        assertThat(u.shot().keyframes().getFirst().cast())
                .extracting(d -> d.name() + " "
                        + d.place().map(p -> Describe.target(p.target())).orElse(""))
                .containsExactlyInAnyOrder("man sofa", "woman window");
    }

    @Test
    @DisplayName("who is pointed at is the goal, not the one who goes on")
    void pointed() {
        var u = read("A man and a boy stand in the kitchen. The man turns around and points at the boy, then nods.");
        var man = u.shot().keyframes().getFirst().cast().getFirst();
        assertThat(man.name()).isEqualTo("man");
        assertThat(man.actions())
                .extracting(a -> a.kind())
                .containsExactly(ActionKind.TURN, ActionKind.POINT, ActionKind.NOD);
        assertThat(man.actions().get(1).target()).contains(new Target.Person("boy"));
    }
}
