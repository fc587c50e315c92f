package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.direction.Understanding.Suggestion;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.shot.ShotDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Advice")
class AdviceTest {

    private static Understanding advised(ShotDraft draft) {
        return Advice.on(draft, Interpreter.understand(draft));
    }

    private static List<String> labels(String code, String prompts) {
        return advised(Gold.draft(List.of(prompts.split(" \\|\\| ")))).warnings().stream()
                .filter(w -> w.code().equals(code))
                .flatMap(w -> w.suggestions().stream())
                .map(Suggestion::label)
                .toList();
    }

    /// The draft with a suggestion carried out as the API describes it.
    private static ShotDraft applied(ShotDraft draft, Warning w, Suggestion s) {
        String text = w.performer().isPresent()
                ? draft.cast().getFirst().description().orElseThrow()
                : draft.keyframes().get(w.keyframe()).prompt();
        String edited = s.start() < 0
                ? Wording.added(text, s.edit())
                : text.substring(0, s.start()) + s.edit() + text.substring(s.end());
        return Trial.with(draft, w, edited);
    }

    /// Carries out every suggestion: its warning is gone and no other one has come.
    private static int allHold(ShotDraft draft) {
        int tried = 0;
        Map<String, Integer> before = Trial.counts(draft, Interpreter.understand(draft));
        for (Warning w : advised(draft).warnings()) {
            for (Suggestion s : w.suggestions()) {
                ShotDraft other = applied(draft, w, s);
                Map<String, Integer> after = Trial.counts(other, Interpreter.understand(other));
                String what = w.message() + " -> " + s;
                assertThat(after.getOrDefault(Trial.key(draft, w), 0))
                        .as(what)
                        .isLessThan(before.get(Trial.key(draft, w)));
                after.forEach((key, n) ->
                        assertThat(n).as(what + " brings " + key).isLessThanOrEqualTo(before.getOrDefault(key, 0)));
                tried++;
            }
        }
        return tried;
    }

    @ParameterizedTest(name = "\"{1}\": {2}")
    @CsvSource(delimiter = ';', textBlock = """
            vague; Medium shot, cinematic. A man nods.; 85 mm, soft background
            vague; Medium shot, cinematic. A man nods.; low key light
            vague; A dramatic medium shot of a man who nods; low key light
            evaluative; A beautiful medium shot, a man nods; soft light
            not-supported; A man rides a bicycle; walks
            not-supported; A woman and a man stand there. They hug.; look at each other
            not-supported; A man walks in. A woman hugs the man.; smiles at
            not-supported; A man walks in the rain; overcast
            not-supported; A man opens the door; looks at the door
            unknown-word; A helicopter shot of a man who nods; drone
            unknown-word; A man wlaks in; walks
            negation; Close-up, a man doesn't smile; neutral expression
            negation; A man without glasses nods; remove it
            conflict; Close-up, wide shot, a man nods; only wide shot
            conflict; A man, the camera pans left and pushes in; only what is named first
            substituted; A man in a tuxedo nods; suit
            substituted; A man stands in a park; street
            out-of-range; Wide shot, 900mm lens, a man nods; 400
            no-count; People wave; four people
            too-many-people; Twelve men wave; eight
            pronoun-without-person; He nods; a man
            pronoun-without-thing; A man picks it up; a cup
            no-subject; Waves at the camera; say who
            no-subject; The office; a woman
            no-action; A man; looks at the camera
            no-set; A man nods; living room
            no-light; A man nods; three-point lighting
            no-shot-size; A man nods; close-up
            not-staged; A man in an office || Cut to the kitchen, he nods; remove it
            set-change-without-cut; A man in an office || He nods in the kitchen; remove it
            """)
    @DisplayName("names what can be filmed instead")
    void knownAnswers(String code, String prompts, String label) {
        assertThat(labels(code, prompts)).contains(label);
        allHold(Gold.draft(List.of(prompts.split(" \\|\\| "))));
    }

    @ParameterizedTest
    @CsvSource({"A dog sits in the office", "A man nods in the office, music plays", "A ball lies in the office"})
    @DisplayName("is silent where nothing near can be filmed: the words can only be left out")
    void silence(String prompt) {
        assertThat(advised(Gold.draft(List.of(prompt))).warnings())
                .filteredOn(w -> w.start() >= 0)
                .flatExtracting(Warning::suggestions)
                .allSatisfy(s -> assertThat(s.edit()).isEmpty());
    }

    @Test
    @DisplayName("keeps articles, commas and capitals right")
    void wording() {
        ShotDraft draft = Gold.draft(List.of("Cinematic office, a man nods."));
        Understanding u = advised(draft);
        Warning w = u.warnings().stream()
                .filter(x -> x.code().equals("vague"))
                .findFirst()
                .orElseThrow();
        ShotDraft other = applied(draft, w, w.suggestions().get(1));
        assertThat(other.keyframes().getFirst().prompt()).isEqualTo("Office, a man nods, low key light.");
        assertThat(Wording.replaced("He holds a apple", 11, 16, "cup")).isEqualTo("He holds a cup");
        assertThat(Wording.replaced("In a shop", 5, 9, "office")).isEqualTo("In an office");
        assertThat(Wording.without("A man, nice, walks", 7, 11)).isEqualTo("A man, walks");
    }

    @Test
    @DisplayName("is given on descriptions of people, with the place of the words")
    void descriptions() {
        ShotDraft plain = Gold.draft(List.of("Full shot of Anna standing."));
        String said = "tall woman, cinematic, in a tuxedo, with gloves and a glorple";
        ShotDraft draft = new ShotDraft(
                "test",
                plain.duration(),
                plain.rate(),
                1920,
                1080,
                1,
                Optional.empty(),
                List.of(new ShotDraft.CastEntry("Anna", Optional.of(said), Optional.empty(), Optional.empty())),
                plain.keyframes());
        List<Warning> about = advised(draft).warnings().stream()
                .filter(w -> w.performer().equals(Optional.of("Anna")))
                .toList();
        assertThat(about)
                .extracting(w -> said.substring(w.start(), w.end()))
                .containsExactly("cinematic", "tuxedo", "gloves", "glorple");
        assertThat(about).allSatisfy(w -> assertThat(w.keyframe()).isEqualTo(-1));
        assertThat(about.get(1).suggestions()).extracting(Suggestion::edit).contains("suit");
        allHold(draft);
    }

    @Test
    @DisplayName("holds on every prompt of ours: the warning goes and no other one comes")
    void allPrompts() throws java.io.IOException {
        List<List<String>> all = new ArrayList<>();
        for (List<Gold> part : List.of(Gold.paraphrases(), Gold.fresh(), Gold.second(), Gold.third())) {
            part.forEach(g -> all.add(g.prompts()));
        }
        Map<String, Integer> answered = new TreeMap<>();
        int tried = 0;
        for (List<String> prompts : all) {
            ShotDraft draft = Gold.draft(prompts);
            tried += allHold(draft);
            advised(draft).warnings().stream()
                    .filter(w ->
                            w.suggestions().stream().anyMatch(s -> !s.edit().isEmpty()))
                    .forEach(w -> answered.merge(w.code(), 1, Integer::sum));
        }
        assertThat(tried).isGreaterThan(400);
        assertThat(answered).containsKeys("not-supported", "vague", "conflict", "unknown-word", "substituted");
    }

    @Test
    @Timeout(60)
    @DisplayName("on a prompt of thousands of strange words comes to an end")
    void bounded() {
        ShotDraft draft = Gold.draft(List.of("cinematic glorple hugs ".repeat(170), "epic ".repeat(700)));
        assertThat(advised(draft).warnings()).hasSizeGreaterThan(400);
    }
}
