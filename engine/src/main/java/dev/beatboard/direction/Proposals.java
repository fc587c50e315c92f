package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Fate;
import dev.beatboard.direction.Understanding.Suggestion;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.direction.Understanding.Word;
import dev.beatboard.shot.ShotDraft;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may be said instead of the words that a warning is about, nearest first. Not yet tried.
final class Proposals {

    /// Slots of which a keyframe has one: when two are told, either may be the one that counts.
    private static final Set<String> SINGLE =
            Set.of("camera.size", "camera.angle", "camera.move", "set", "light", "camera.composition");

    private static final int NEAREST = 4;

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    /// Verbs that a noun tells what is done: "doing gymnastics".
    private static final Map<String, Entry.Form> DOING = Map.of(
            "do", Entry.Form.PLAIN, "does", Entry.Form.FINITE, "doing", Entry.Form.LASTING, "did", Entry.Form.PAST);

    /// @param text the whole text with the proposal carried out
    /// @param appended the words that are added where no words are meant
    /// @param leavesOut whether to leave the words out is what is proposed
    record Proposal(String label, String text, Optional<String> appended, boolean leavesOut) {}

    private final Understanding understanding;
    private final Lexicon lexicon = Lexicon.standard();
    private final ProperNames names;

    Proposals(ShotDraft draft, Understanding understanding) {
        this.understanding = understanding;
        this.names = ProperNames.of(
                draft.cast().stream().map(ShotDraft.CastEntry::name).toList(),
                draft.keyframes().stream()
                        .map(k -> Interpreter.bounded(k.prompt()))
                        .toList(),
                lexicon);
    }

    List<Proposal> of(Warning w, String text) {
        return w.start() >= 0 && w.end() <= text.length()
                ? new Words(w, text).proposals()
                : new Whole(w, text).proposals();
    }

    /// For a warning about no words of its own: what may be added, and texts that are clean.
    private record Whole(Warning w, String text) {

        List<Proposal> proposals() {
            List<Proposal> out = new ArrayList<>();
            switch (w.code()) {
                case "no-set" -> add(out, "office corridor", "living room", "cafe", "street by day");
                case "no-shot-size" -> add(out, "wide shot", "medium shot", "close-up");
                case "no-light" ->
                    add(out, "window light from the left", "three-point lighting", "golden hour", "low key light");
                case "no-action" -> add(out, "looks at the camera", "smiles", "slow push in", "a man walks in");
                case "no-subject" -> add(out, "a woman", "a man", "a man in the middle", "slow push in");
                case "odd-characters" -> {
                    String clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                            .replaceAll("[\\p{Cntrl}&&[^\\s]]", "")
                            .replaceAll("[\u202A-\u202E\u2066-\u2069]", "");
                    out.add(new Proposal("plain characters", clean, Optional.empty(), true));
                }
                default -> w.suggestions().forEach(s -> out.add(added(s.label(), s.edit())));
            }
            return out;
        }

        private void add(List<Proposal> out, String... words) {
            for (String word : words) {
                out.add(added(word, ", " + word));
            }
        }

        private Proposal added(String label, String edit) {
            return new Proposal(label, Wording.added(text, edit), Optional.of(edit), false);
        }
    }

    /// For a warning about words.
    private final class Words {

        private final Warning w;
        private final String text;
        private final String said;
        private final List<Token> tokens;
        private final List<Item> items;
        private final int at;
        private final List<Proposal> out = new ArrayList<>();

        Words(Warning w, String text) {
            this.w = w;
            this.text = text;
            this.said = text.substring(w.start(), w.end());
            this.tokens = Tokenizer.tokens(Interpreter.bounded(text));
            this.items = Phrases.choose(tokens, lexicon, names);
            int found = -1;
            for (int i = 0; i < items.size(); i++) {
                found = start(i) == w.start() ? i : found;
            }
            this.at = found;
        }

        private int start(int item) {
            return tokens.get(items.get(item).from()).start();
        }

        private int end(int item) {
            return tokens.get(items.get(item).to() - 1).end();
        }

        private @Nullable Item item(int index) {
            return index >= 0 && index < items.size() ? items.get(index) : null;
        }

        List<Proposal> proposals() {
            switch (w.code()) {
                case "negation" -> negation();
                case "conflict" -> conflict();
                case "substituted" -> substituted();
                case "no-count" -> count();
                case "too-many-people" -> fewer();
                case "pronoun-without-person" -> somebody();
                case "pronoun-without-thing" -> instead("a cup", "a phone", "a book");
                case "ambiguous-person" -> which();
                case "out-of-range" -> nearestNumber();
                case "not-staged" -> framing();
                default -> {
                    answers();
                    if (out.isEmpty()) {
                        spelled();
                    }
                }
            }
            if (!Set.of("no-count", "pronoun-without-person", "substituted", "ambiguous-person")
                    .contains(w.code())) {
                given();
            }
            return out;
        }

        private void propose(String label, String text) {
            out.add(new Proposal(label, text, Optional.empty(), false));
        }

        private void instead(String... words) {
            for (String word : words) {
                propose(word, Wording.replaced(text, w.start(), w.end(), word));
            }
        }

        /// What the reader itself has suggested.
        private void given() {
            for (Suggestion s : w.suggestions()) {
                if (!s.edit().isEmpty()) {
                    propose(s.label(), Wording.replaced(text, w.start(), w.end(), s.edit()));
                }
            }
        }

        private void spelled() {
            if (w.code().equals("unknown-word")) {
                String word = said.toLowerCase(Locale.ROOT);
                if (Phrases.nearest(word, lexicon).isPresent()) {
                    instead(Phrases.near(word, lexicon, NEAREST).toArray(String[]::new));
                }
            }
        }

        private void answers() {
            List<Answers.Answer> all = Answers.standard().of(said);
            Item item = item(at);
            if (all.isEmpty() && item != null) {
                all = item.as(Slot.UNSUPPORTED)
                        .map(e -> Answers.standard().of(Answers.inflected(e.phrase(), e.form())))
                        .orElse(all);
            }
            for (Answers.Answer a : all) {
                switch (a.kind()) {
                    case VERB -> verb(a);
                    case LOOK -> look(a.text());
                    case NOUN, WORD -> instead(a.text());
                }
            }
        }

        /// Verbs are answered where they are verbs: not in "the falling leaves", "a dance".
        private void verb(Answers.Answer a) {
            Item before = item(at - 1);
            boolean noun = before != null
                    && before.any(Slot.DETERMINER, Slot.POSSESSIVE, Slot.COUNT, Slot.COLOR, Slot.MATERIAL);
            int object = object();
            if (at < 0 || noun || a.keeps() && object == at) {
                return;
            }
            String answer = a.text();
            if (answer.endsWith("each other") && object != at) {
                return;
            }
            int from = w.start();
            if (before != null && DOING.containsKey(before.first().key()) && before.to() - before.from() == 1) {
                from = start(at - 1);
                answer = Answers.inflected(answer, DOING.get(before.first().key()));
            } else if (before != null && strange(before) && item(at - 2) instanceof Item be && be.is(Slot.BE)) {
                from = start(at - 1);
            }
            int to = a.keeps() ? w.end() : end(object);
            if (to == text.length() || text.charAt(to) != '-') {
                propose(answer, Wording.replaced(text, from, to, answer));
            }
        }

        private static boolean strange(Item x) {
            return x.entries().isEmpty()
                    && x.first().kind() == Token.Kind.WORD
                    && !x.first().key().endsWith("ly");
        }

        /// The last item of what the verb is about; the verb itself if it is about nothing.
        private int object() {
            int last = at;
            for (int i = at + 1; i < items.size(); i++) {
                Item x = items.get(i);
                boolean noun = strange(x)
                        || x.any(
                                Slot.THING,
                                Slot.SET,
                                Slot.GARMENT,
                                Slot.PERSON,
                                Slot.NAME,
                                Slot.GROUP,
                                Slot.PRONOUN,
                                Slot.BODY)
                        || x.as(Slot.UNSUPPORTED)
                                .filter(e -> !e.value().startsWith("an action"))
                                .isPresent();
                boolean leads = x.any(
                        Slot.DETERMINER,
                        Slot.POSSESSIVE,
                        Slot.COUNT,
                        Slot.COLOR,
                        Slot.MATERIAL,
                        Slot.EVALUATIVE,
                        Slot.AGE,
                        Slot.BUILD,
                        Slot.STATURE);
                if (!noun && !leads) {
                    break;
                }
                last = noun ? i : last;
            }
            return last;
        }

        /// A look of the whole picture stands alone or at the end of the sentence.
        private void look(String answer) {
            Item next = item(at + 1);
            Item before = item(at - 1);
            boolean light = next != null && next.any(Slot.LIGHT_NOUN) && answer.endsWith(" light");
            boolean shot = next != null && next.is(Slot.SHOT) && answer.endsWith(" shot");
            boolean close = next == null || ends(next);
            boolean alone = close && (before == null || ends(before));
            int from = w.start();
            if (light || shot) {
                propose(answer, Wording.replaced(text, from, end(at + 1), answer));
                return;
            }
            if (alone) {
                instead(answer);
                return;
            }
            Item here = item(at);
            boolean noun = here != null && here.is(Slot.UNSUPPORTED) && !said.endsWith("y");
            boolean phrase = next == null
                    || close
                    || next.any(Slot.RELATION, Slot.WITH, Slot.TOWARD, Slot.SUBORDINATE, Slot.THEN);
            if (noun && !phrase) {
                return;
            }
            if (noun || close) {
                int i = at - 1;
                while (i > at - 3
                        && i > 0
                        && (strange(items.get(i)) || items.get(i).is(Slot.FILLER))
                        && items.get(i - 1).any(Slot.DETERMINER, Slot.RELATION, Slot.WITH)) {
                    i--;
                }
                while (i >= 0
                        && items.get(i)
                                .any(Slot.DETERMINER, Slot.RELATION, Slot.WITH, Slot.TOWARD, Slot.WEAR, Slot.FILLER)) {
                    i--;
                }
                from = i + 1 < at ? start(i + 1) : from;
                if (i >= 0 && items.get(i).is(Slot.SUBORDINATE)) {
                    return;
                }
            }
            String rest = Wording.without(text, from, w.end());
            int gone = text.length() - rest.length();
            int place = Math.clamp((long) w.end() - gone, 0, rest.length());
            propose(answer, Wording.addedToSentence(rest, place, answer));
        }

        private static boolean ends(Item x) {
            return x.first().kind() == Token.Kind.SIGN || x.is(Slot.AND);
        }

        /// "Doesn't smile" is a neutral face; what is not worn is not named.
        private void negation() {
            int no = at - 1;
            while (no >= 0
                    && items.get(no)
                            .as(Slot.DETERMINER)
                            .filter(e -> e.value().equals("NO"))
                            .isEmpty()) {
                no--;
            }
            Item item = item(at);
            if (no < 0 || item == null) {
                return;
            }
            boolean helping = no > 0 && items.get(no - 1).is(Slot.BE);
            int from = start(helping ? no - 1 : no);
            String kind = item.as(Slot.ACTION).map(Entry::value).orElse("");
            List<String> answers = item.is(Slot.EXPRESSION)
                    ? List.of("neutral expression", "with a neutral expression")
                    : switch (kind) {
                        case "WALK", "RUN", "APPROACH", "TURN" -> List.of("stands still", "waits");
                        case "LOOK", "GLANCE" -> List.of("looks away");
                        case "TALK", "LAUGH" -> List.of("listens", "waits");
                        default -> item.is(Slot.MOVE) ? List.of("static camera") : List.of();
                    };
            for (String answer : answers) {
                propose(answer, Wording.replaced(text, from, w.end(), answer));
            }
            out.add(new Proposal("remove it", Wording.without(text, from, w.end()), Optional.empty(), true));
        }

        /// Of two that exclude each other, the second may be the one that is meant.
        private void conflict() {
            if (w.keyframe() < 0) {
                return;
            }
            for (Word word : understanding.keyframes().get(w.keyframe()).words()) {
                boolean other = word.fate() == Fate.USED
                        && word.slot().filter(SINGLE::contains).isPresent()
                        && word.end() <= w.start();
                String second = other ? formed(word) : "";
                if (!second.isEmpty()) {
                    String without = Wording.without(text, w.start(), w.end());
                    propose("only " + said, Wording.replaced(without, word.start(), word.end(), second));
                }
            }
            out.add(new Proposal(
                    "only what is named first", Wording.without(text, w.start(), w.end()), Optional.empty(), true));
        }

        /// What is said here with the ending that other words have; empty if it cannot take it.
        private String formed(Word other) {
            Item item = item(at);
            for (int i = 0; i < at && item != null; i++) {
                if (start(i) == other.start() && items.get(i).is(Slot.MOVE)) {
                    Entry.Form form = items.get(i).as(Slot.MOVE).orElseThrow().form();
                    return item.as(Slot.MOVE)
                            .map(e -> Answers.inflected(e.phrase(), form))
                            .orElse("");
                }
            }
            return said.toLowerCase(Locale.ROOT);
        }

        /// Somebody by name, or by place in the group: "person 2" is the second person.
        private void which() {
            boolean article = item(at - 1) instanceof Item before && before.is(Slot.DETERMINER);
            int from = article ? start(at - 1) : w.start();
            for (Suggestion s : w.suggestions()) {
                int space = s.edit().lastIndexOf(' ');
                String number = s.edit().substring(space + 1);
                if (number.matches("[1-8]") && space > 0) {
                    String which = "the " + ORDINALS.get(Integer.parseInt(number) - 1) + " "
                            + s.edit().substring(0, space);
                    propose(which, Wording.replaced(text, from, w.end(), which));
                } else {
                    propose(s.edit(), Wording.replaced(text, w.start(), w.end(), s.edit()));
                    propose("the " + s.edit(), Wording.replaced(text, from, w.end(), "the " + s.edit()));
                }
            }
        }

        private void somebody() {
            Item item = item(at);
            boolean he = item != null
                    && item.any(Slot.PRONOUN)
                    && Set.of("he", "him").contains(item.first().key());
            boolean she = item != null
                    && item.any(Slot.PRONOUN)
                    && Set.of("she", "her").contains(item.first().key());
            if (he) {
                instead("a man");
            } else if (she) {
                instead("a woman");
            } else if (item != null && !item.is(Slot.POSSESSIVE)) {
                instead("two people", "three people");
            }
        }

        /// The plain name of what is used.
        private void substituted() {
            Item item = item(at);
            if (item == null) {
                return;
            }
            for (Entry e : item.entries()) {
                if (e.near() && e.slot() == Slot.LENS_WORD) {
                    instead(e.value() + " mm");
                } else if (e.near()) {
                    boolean bare = e.slot() == Slot.SET
                            && item(at - 1) instanceof Item before
                            && before.any(Slot.RELATION, Slot.TOWARD, Slot.WITH);
                    lexicon.rows().stream()
                            .filter(r -> r.slot() == e.slot() && r.value().equals(e.value()))
                            .flatMap(r -> r.phrases().stream())
                            .filter(p -> !p.startsWith("~"))
                            .limit(1)
                            .forEach(p -> instead((bare ? "the " : "") + Answers.inflected(p, e.form())));
                }
            }
            if (out.isEmpty()) {
                given();
            }
        }

        /// "A group of friends" is two friends, "young people" are two young people.
        private void count() {
            int first = at;
            while (first > 0 && items.get(first - 1).any(Slot.AGE, Slot.BUILD, Slot.HERITAGE, Slot.STATURE)) {
                first--;
            }
            String looks = text.substring(start(first), w.start());
            boolean article = first > 0 && items.get(first - 1).is(Slot.DETERMINER);
            int from = start(article ? first - 1 : first);
            boolean of = item(at + 1) instanceof Item next && next.word("of") && item(at + 2) != null;
            for (String n : List.of("two", "three", "four")) {
                if (of) {
                    String who = text.substring(start(at + 2), end(at + 2));
                    propose(n + " " + who, Wording.replaced(text, from, start(at + 2), n + " " + looks));
                } else {
                    propose(n + " people", Wording.replaced(text, from, w.end(), n + " " + looks + "people"));
                }
            }
        }

        /// As many as a shot can have.
        private void fewer() {
            for (int i = at; i >= 0 && i > at - 3; i--) {
                if (items.get(i).is(Slot.COUNT)) {
                    propose("eight", Wording.replaced(text, start(i), end(i), "eight"));
                    propose("four", Wording.replaced(text, start(i), end(i), "four"));
                }
            }
        }

        private void nearestNumber() {
            understanding.keyframes().get(Math.max(0, w.keyframe())).words().stream()
                    .filter(word -> word.start() == w.start())
                    .flatMap(word -> word.value().stream())
                    .map(v -> v.replaceAll("[^\\d.]", ""))
                    .forEach(v -> propose(v, Wording.replaced(text, w.start(), w.end(), v)));
        }

        /// A pull of focus goes over with a framing of what it leads to.
        private void framing() {
            Item item = item(at);
            if (item != null && item.is(Slot.MOVE)) {
                instead("cut to a close-up of", "close-up of", "pan to");
            }
        }
    }
}
