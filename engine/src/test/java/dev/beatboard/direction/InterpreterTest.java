package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words become a shot")
class InterpreterTest {

    private static Understanding read(String... prompts) {
        return Interpreter.understand(Gold.draft(List.of(prompts)));
    }

    private static PerformerDirection only(Understanding u, int k) {
        List<PerformerDirection> cast = u.shot().keyframes().get(k).cast();
        assertThat(cast).hasSize(1);
        return cast.getFirst();
    }

    private static List<String> codes(Understanding u) {
        return u.warnings().stream().map(Understanding.Warning::code).toList();
    }

    @Test
    @DisplayName("the corridor, beat by beat")
    void corridor() {
        Understanding u = read(
                "medium shot, man in navy suit walks toward camera, office corridor, overhead fluorescent lighting, even pace",
                "He stops.",
                "He looks left.",
                "He raises his right hand.",
                "Close-up, he smiles.");
        Shot shot = u.shot();
        assertThat(shot.set()).isEqualTo(SetKind.OFFICE_CORRIDOR);
        assertThat(shot.cast()).singleElement().satisfies(p -> {
            assertThat(p.name()).isEqualTo("man");
            assertThat(p.sex()).isEqualTo(Sex.MALE);
            assertThat(p.wardrobe().getFirst().kind()).isEqualTo(GarmentKind.SUIT);
            assertThat(p.wardrobe().getFirst().color().orElseThrow().srgb()).isEqualTo(0x1F2A44);
        });
        Keyframe first = shot.keyframes().getFirst();
        assertThat(first.camera().size()).contains(ShotSize.MEDIUM);
        assertThat(first.camera().subjects()).containsExactly(new Target.Person("man"));
        assertThat(first.light().lighting()).contains(Lighting.FLUORESCENT_OVERHEAD);
        assertThat(only(u, 0).actions())
                .containsExactly(Action.of(ActionKind.WALK).toward(new Target.Camera()));
        assertThat(only(u, 1).actions()).containsExactly(Action.of(ActionKind.STOP));
        assertThat(only(u, 2).actions())
                .containsExactly(Action.of(ActionKind.LOOK).toward(new Target.Toward(Direction.LEFT, false)));
        assertThat(only(u, 3).actions())
                .containsExactly(Action.of(ActionKind.RAISE_HAND).with(Side.RIGHT));
        assertThat(only(u, 4).expression()).contains(Expression.SMILE);
        assertThat(shot.keyframes().get(4).camera().size()).contains(ShotSize.CLOSE_UP);
        assertThat(u.warnings()).isEmpty();
        assertThat(u.keyframes().getFirst().checks()).isEqualTo(new Understanding.Checks(true, true, true, true));
    }

    @Test
    @DisplayName("left and right are the person's own where the body says so, else the picture's")
    void sides() {
        Understanding u = read(
                "a woman looks left",
                "she looks to her left",
                "she turns to her right",
                "she waves with her left hand");
        assertThat(only(u, 0).actions().getFirst().target()).contains(new Target.Toward(Direction.LEFT, false));
        assertThat(only(u, 1).actions().getFirst().target()).contains(new Target.Toward(Direction.LEFT, true));
        assertThat(only(u, 2).actions().getFirst().target()).contains(new Target.Toward(Direction.RIGHT, true));
        assertThat(only(u, 3).actions().getFirst().side()).contains(Side.LEFT);
    }

    @Test
    @DisplayName("a reverse angle goes to the other person, over the first one's shoulder")
    void reverse() {
        Understanding u = read(
                "Over-the-shoulder shot past Tom onto Anna, cafe, window light from the left",
                "reverse angle, he nods");
        CameraDirection camera = u.shot().keyframes().get(1).camera();
        assertThat(camera.transition()).isEqualTo(Transition.CUT);
        assertThat(camera.composition()).contains(Composition.OVER_SHOULDER);
        assertThat(camera.subjects()).containsExactly(new Target.Person("Tom"));
        assertThat(camera.foreground()).contains("Anna");
        assertThat(only(u, 1).name()).isEqualTo("Tom");
    }

    @Test
    @DisplayName("pronouns follow sex, and a tie is told with both names")
    void pronouns() {
        Understanding u = read("two-shot of a man and a woman in a cafe", "she laughs and he nods");
        assertThat(u.shot().keyframes().get(1).cast())
                .extracting(PerformerDirection::name)
                .containsExactly("woman", "man");
        Understanding tie = read("Tom and Peter sit in an office", "he stands up");
        assertThat(codes(tie)).contains("ambiguous-person");
        assertThat(tie.warnings().stream()
                        .filter(w -> w.code().equals("ambiguous-person"))
                        .findFirst()
                        .orElseThrow()
                        .message())
                .contains("Tom", "Peter");
    }

    @Test
    @DisplayName("groups have many, and at most eight, different people")
    void groups() {
        Understanding u = read("wide shot, twelve people sit around a conference table in a meeting room");
        assertThat(u.shot().cast()).hasSize(8);
        assertThat(codes(u)).contains("too-many-people");
        assertThat(u.shot().keyframes().getFirst().cast())
                .hasSize(8)
                .allSatisfy(d -> assertThat(d.posture()).contains(Posture.SITTING));
        assertThat(u.shot().cast().stream().map(p -> p.wardrobe().getFirst()).distinct())
                .hasSize(8);
    }

    @Test
    @DisplayName("the camera orbits a thing when nobody is there")
    void product() {
        Understanding u =
                read("The camera slowly orbits left around a coffee machine in a studio, 90 degrees, 85mm, f/2.8");
        CameraDirection c = u.shot().keyframes().getFirst().camera();
        assertThat(u.shot().cast()).isEmpty();
        assertThat(c.subjects()).containsExactly(new Target.Thing("coffee machine"));
        assertThat(c.move())
                .contains(new CameraDirection.Move(CameraMoveKind.ORBIT_LEFT, Pace.SLOW, Optional.of(90.0)));
        assertThat(c.lens()).contains(85.0);
        assertThat(c.fNumber()).contains(2.8);
    }

    @Test
    @DisplayName("fields of the file win over words, and the words are marked")
    void fields() {
        ShotDraft d = Gold.draft(List.of("close-up of a man in an office, moonlight"));
        Keyframe k = d.keyframes().getFirst();
        CameraDirection wide = new CameraDirection(
                Optional.of(ShotSize.WIDE),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Transition.AUTO);
        Keyframe field = new Keyframe(
                Time.ZERO,
                k.prompt(),
                wide,
                List.of(),
                new LightDirection(Optional.of(Lighting.SOFT), Optional.empty(), Optional.empty(), 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Understanding u = Interpreter.understand(new ShotDraft(
                d.title(),
                d.duration(),
                d.rate(),
                d.width(),
                d.height(),
                d.seed(),
                Optional.empty(),
                List.of(),
                List.of(field)));
        Keyframe read = u.shot().keyframes().getFirst();
        assertThat(read.camera().size()).contains(ShotSize.WIDE);
        assertThat(read.light().lighting()).contains(Lighting.SOFT);
        assertThat(u.keyframes().getFirst().words())
                .filteredOn(w -> w.text().equals("close-up") || w.text().equals("moonlight"))
                .hasSize(2)
                .allSatisfy(w -> {
                    assertThat(w.fate()).isEqualTo(Understanding.Fate.IGNORED);
                    assertThat(w.reason()).isEqualTo("a field says otherwise");
                });
    }

    @Test
    @DisplayName("a vague prompt is told what it leaves open")
    void vague() {
        Understanding u = read("Man walks toward camera, epic and beautiful, explosion");
        assertThat(codes(u)).contains("no-shot-size", "no-light", "no-set", "vague", "evaluative", "not-supported");
        assertThat(u.decisions()).extracting(Understanding.Decision::slot).contains("camera.size", "light", "set");
    }

    @Test
    @DisplayName("a place that is not built becomes the nearest one, with a warning")
    void nearest() {
        Understanding u = read("medium shot of a woman in a restaurant");
        assertThat(u.shot().set()).isEqualTo(SetKind.CAFE);
        assertThat(codes(u)).contains("substituted");
    }

    @Test
    @DisplayName("an empty prompt is a marker and changes nothing")
    void marker() {
        Understanding u = read("medium shot of a man in an office, window light", "");
        assertThat(u.shot().keyframes().get(1).cast()).isEmpty();
        assertThat(u.keyframes().get(1).words()).isEmpty();
    }

    @Test
    @DisplayName("what is negated is left out and said")
    void negation() {
        Understanding u = read("medium shot, a woman without glasses doesn't smile, office, window light");
        assertThat(u.shot().cast().getFirst().wardrobe()).noneMatch(g -> g.kind() == GarmentKind.GLASSES);
        assertThat(u.shot().keyframes().getFirst().cast()).isEmpty();
        assertThat(codes(u)).filteredOn("negation"::equals).hasSize(2);
    }

    @Test
    @DisplayName("names of the cast are known, with what the file says of them")
    void declared() {
        ShotDraft d = Gold.draft(List.of("medium shot, Zorblax walks toward camera", "he stops"));
        ShotDraft.CastEntry entry = new ShotDraft.CastEntry(
                "Zorblax",
                Optional.of("an elderly bald man in a green coat"),
                Optional.of("face.png"),
                Optional.empty());
        Understanding u = Interpreter.understand(new ShotDraft(
                d.title(),
                d.duration(),
                d.rate(),
                d.width(),
                d.height(),
                d.seed(),
                Optional.of(SetKind.STREET_DAY),
                List.of(entry),
                d.keyframes()));
        assertThat(u.shot().cast()).singleElement().satisfies(p -> {
            assertThat(p.name()).isEqualTo("Zorblax");
            assertThat(p.age()).isEqualTo(72);
            assertThat(p.sex()).isEqualTo(Sex.MALE);
            assertThat(p.hair().style()).isEqualTo(dev.beatboard.shot.HairStyle.BALD);
            assertThat(p.wardrobe().getFirst().kind()).isEqualTo(GarmentKind.COAT);
        });
        assertThat(only(u, 1).name()).isEqualTo("Zorblax");
        assertThat(codes(u)).contains("image-not-used");
    }

    @Test
    @DisplayName("the place changes only at a cut")
    void places() {
        Understanding u = read(
                "medium shot of a man in an office, window light",
                "he stands in a kitchen",
                "cut to a wide shot of a kitchen");
        assertThat(u.shot().set()).isEqualTo(SetKind.OFFICE);
        assertThat(u.shot().keyframes().get(1).set()).isEmpty();
        assertThat(u.shot().keyframes().get(2).set()).contains(SetKind.KITCHEN);
        assertThat(codes(u)).contains("set-change-without-cut");
    }

    @Test
    @DisplayName("the light that is named first anywhere holds from the start")
    void light() {
        Understanding u = read("medium shot of a man in an office", "overcast window light from the left");
        assertThat(u.shot().keyframes().getFirst().light().lighting()).contains(Lighting.WINDOW);
        assertThat(u.shot().keyframes().getFirst().light().from()).contains(Direction.LEFT);
        assertThat(codes(u)).doesNotContain("no-light");
    }
}
