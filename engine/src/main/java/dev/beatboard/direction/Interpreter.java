package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Decision;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.Transition;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a draft's words.
public final class Interpreter {

    /// How much of a prompt is read, in UTF-16 units; what is longer is not a direction any more.
    static final int LONGEST_PROMPT = 4000;

    /// Warnings that mean something of a description of somebody.
    private static final Set<String> ABOUT_LOOKS =
            Set.of("unknown-word", "substituted", "not-supported", "vague", "evaluative", "conflict", "negation");

    private final ShotDraft draft;
    private final Lexicon lexicon = Lexicon.standard();
    private final Script.Memory memory = new Script.Memory();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final ProperNames names;

    private final boolean skims;

    private Interpreter(ShotDraft draft, boolean skims) {
        this.draft = draft;
        this.skims = skims;
        this.names = ProperNames.of(
                draft.cast().stream()
                        .filter(this::named)
                        .map(ShotDraft.CastEntry::name)
                        .toList(),
                draft.keyframes().stream().map(k -> bounded(k.prompt())).toList(),
                lexicon);
    }

    /// Whether somebody is called by a name, and not, as in a resolved shot, by a noun that the prompts use anyway.
    private boolean named(ShotDraft.CastEntry entry) {
        if (entry.performer().isEmpty()) {
            return true;
        }
        return lexicon.matches(Tokenizer.tokens(entry.name()), 0).stream()
                .flatMap(m -> m.entries().stream())
                .noneMatch(e -> e.slot() == Slot.PERSON);
    }

    /// The Shot that a draft asks for and the account of every word. Pure.
    public static Understanding understand(ShotDraft draft) {
        return new Interpreter(draft, false).read();
    }

    /// The same without captions, summaries and the nearest words for those that are not known.
    static Understanding skimmed(ShotDraft draft) {
        return new Interpreter(draft, true).read();
    }

    private record Read(
            Keyframe keyframe,
            Ledger ledger,
            int limit,
            @Nullable SetKind saidSet) {}

    private Understanding read() {
        draft.cast().forEach(this::declare);
        List<Read> reads = new ArrayList<>();
        SetKind set = draft.set().orElse(null);
        boolean given = set != null;
        SetKind current = set;
        for (int k = 0; k < draft.keyframes().size(); k++) {
            Read r = read(k);
            SetKind said = r.saidSet();
            if (given && k == 0 && said != null) {
                r.ledger().overruled("set", said == set ? "a field says it" : "a field says otherwise");
                said = null;
            }
            Optional<SetKind> change = draft.keyframes().get(k).set();
            if (said != null && set == null) {
                set = said;
                current = said;
            } else if (said != null && said != current && change.isEmpty()) {
                if (r.keyframe().camera().transition() == Transition.CUT) {
                    change = Optional.of(said);
                    current = said;
                } else if (current == SetKind.STREET_NIGHT && said == SetKind.STREET_DAY) {
                    r.ledger().overruled("set", "the street is filmed by night already");
                } else {
                    Optional<Understanding.Word> word = r.ledger().first("set");
                    r.ledger().overruled("set", "the place changes only at a cut");
                    warnings.add(about(
                            word,
                            "set-change-without-cut",
                            k,
                            "The place changes only at a cut: say \"cut to\" before \"" + Names.words(said) + "\""));
                }
            } else if (said != null && k > 0) {
                r.ledger().overruled("set", "the place is told already");
            }
            if (k > 0 && set != null && change.isPresent() && change.get() != set) {
                warnings.add(about(
                        r.ledger().first("set"),
                        "not-staged",
                        k,
                        "A clip is filmed in one place so far, the " + Names.words(set) + ": \""
                                + Names.words(change.get())
                                + "\" is kept in the shot; make a clip of its own of what happens there"));
            }
            if (r.keyframe()
                    .camera()
                    .move()
                    .filter(m -> m.kind() == CameraMoveKind.RACK_FOCUS)
                    .isPresent()) {
                warnings.add(about(
                        r.ledger().first("camera.move"),
                        "not-staged",
                        k,
                        "The focus goes over with the framing: a pull of focus alone is not filmed yet"));
            }
            Keyframe f = r.keyframe();
            reads.add(new Read(
                    new Keyframe(
                            f.at(),
                            f.prompt(),
                            f.camera(),
                            f.cast(),
                            f.light(),
                            change,
                            f.image(),
                            f.anchor(),
                            f.ease()),
                    r.ledger(),
                    r.limit(),
                    said));
        }
        return finish(reads, set);
    }

    private Understanding finish(List<Read> reads, @Nullable SetKind said) {
        Defaults defaults = new Defaults(decisions, warnings);
        List<Keyframe> keyframes = reads.stream().map(Read::keyframe).toList();
        SetKind set = said != null ? said : defaults.set(keyframes);
        List<Role> roles = memory.company.roles();
        List<Performer> cast = new Casting(draft.seed(), set, roles.size(), decisions).complete(roles);
        keyframes = defaults.fill(keyframes, set, cast);
        Shot shot = new Shot(
                draft.title(),
                draft.duration(),
                draft.rate(),
                draft.width(),
                draft.height(),
                draft.seed(),
                set,
                cast,
                keyframes);
        List<Understanding.Reading> readings = new ArrayList<>();
        boolean lit = false;
        for (int k = 0; k < keyframes.size(); k++) {
            Keyframe before = reads.get(k).keyframe();
            lit |= !before.light().equals(LightDirection.NONE);
            Optional<SetKind> there =
                    k == 0 ? Optional.of(set) : keyframes.get(k).set();
            readings.add(new Understanding.Reading(
                    shot.frameOf(k),
                    skims ? "" : Headline.of(keyframes.get(k), cast, there),
                    skims ? "" : Caption.of(keyframes.get(k), there),
                    defaults.checks(before, lit),
                    reads.get(k).ledger().close(reads.get(k).limit())));
        }
        warnings.sort(java.util.Comparator.comparingInt(Warning::keyframe).thenComparingInt(Warning::start));
        return new Understanding(shot, readings, decisions, warnings);
    }

    /// Puts somebody whom the file names into the company, with what the description says.
    private void declare(ShotDraft.CastEntry entry) {
        Role role = new Role(entry.name());
        entry.performer().ifPresent(p -> role.fixed = p);
        memory.company.declare(role);
        if (entry.image().isPresent()) {
            warnings.add(new Warning(
                    "image-not-used",
                    -1,
                    -1,
                    -1,
                    "The image of " + entry.name() + " is not used yet: describe the person in words",
                    List.of()));
        }
        if (entry.performer().isEmpty()) {
            for (Lexicon.Match m : lexicon.matches(Tokenizer.tokens(entry.name()), 0)) {
                for (Entry e : m.entries()) {
                    if (role.sex == null && (e.slot() == Slot.NAME || e.slot() == Slot.PERSON)) {
                        role.sex = e.value().startsWith("M")
                                ? dev.beatboard.shot.Sex.MALE
                                : e.value().startsWith("F") ? dev.beatboard.shot.Sex.FEMALE : null;
                    }
                }
            }
            entry.description().ifPresent(text -> describe(role, text));
        }
    }

    private void describe(Role role, String text) {
        String read = bounded(text);
        List<Token> tokens = Tokenizer.tokens(read);
        Ledger ledger = new Ledger(read, tokens);
        List<Warning> aside = new ArrayList<>();
        Script script = new Script(-1, Phrases.choose(tokens, lexicon, names), ledger, memory, aside);
        script.describing = true;
        script.apposition = List.of(role);
        script.described = List.of(role);
        script.subject = List.of(role);
        new PromptReader(script, lexicon, skims).read();
        role.met = false;
        memory.acted = List.of();
        memory.framed = List.of();
        aside.stream()
                .filter(w -> ABOUT_LOOKS.contains(w.code()))
                .map(w -> new Warning(
                        w.code(),
                        -1,
                        Optional.of(role.name),
                        w.start(),
                        w.end(),
                        "Description of " + role.name + ": " + w.message(),
                        w.suggestions()))
                .forEach(warnings::add);
    }

    /// Paces that nobody named.
    private void paces(int k, Notes notes) {
        List<String> others = List.of("slowly", "briskly");
        notes.cast.forEach((role, acting) -> acting.deeds.forEach(d -> {
            boolean moves = d.kind == ActionKind.WALK || d.kind == ActionKind.RUN || d.kind == ActionKind.APPROACH;
            if (moves && d.pace == null) {
                decisions.add(new Decision(k, role.name + ".pace", "natural", "no pace is named", others));
            }
        }));
        if (notes.camera.move != null && notes.camera.move != CameraMoveKind.NONE && notes.camera.pace == null) {
            decisions.add(new Decision(k, "camera.pace", "natural", "no pace is named", others));
        }
    }

    /// Embeddings, overrides and isolates of the bidirectional algorithm.
    private static boolean overridesDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /// A warning about a word of the prompt, or about the keyframe if no word stands for it.
    private static Warning about(Optional<Understanding.Word> word, String code, int keyframe, String message) {
        return new Warning(
                code,
                keyframe,
                word.map(Understanding.Word::start).orElse(-1),
                word.map(Understanding.Word::end).orElse(-1),
                message,
                List.of());
    }

    /// As much of a text as is read.
    static String bounded(String text) {
        if (text.length() <= LONGEST_PROMPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_PROMPT - 1)) ? LONGEST_PROMPT - 1 : LONGEST_PROMPT;
        return text.substring(0, end);
    }

    private Read read(int k) {
        Keyframe f = draft.keyframes().get(k);
        String text = bounded(f.prompt());
        if (text.length() < f.prompt().length()) {
            warnings.add(new Warning(
                    "prompt-too-long",
                    k,
                    text.length(),
                    f.prompt().length(),
                    "Only the first " + LONGEST_PROMPT + " characters of a prompt are read; this one has "
                            + f.prompt().length(),
                    List.of()));
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            warnings.add(new Warning(
                    "odd-characters", k, -1, -1, "Composed characters are read letter by letter", List.of()));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            warnings.add(new Warning("odd-characters", k, -1, -1, "Control characters are ignored", List.of()));
        }
        if (text.chars().anyMatch(Interpreter::overridesDirection)) {
            warnings.add(new Warning(
                    "odd-characters", k, -1, -1, "Characters that turn the reading direction are ignored", List.of()));
        }
        List<Token> tokens = Tokenizer.tokens(text);
        Ledger ledger = new Ledger(f.prompt(), tokens);
        Script script = new Script(k, Phrases.choose(tokens, lexicon, names), ledger, memory, warnings);
        new PromptReader(script, lexicon, skims).read();
        f.image()
                .ifPresent(i -> warnings.add(new Warning(
                        "image-not-used",
                        k,
                        -1,
                        -1,
                        "The image " + i + " is not used yet: say in words what it shows",
                        List.of())));
        f.anchor().ifPresent(a -> script.notes.cast.values().forEach(c -> c.deeds.forEach(d -> d.anchor = a)));
        paces(k, script.notes);
        Fields fields = new Fields(ledger);
        CameraDirection camera = fields.camera(f.camera(), script.notes.camera.direction());
        LightDirection light = fields.light(f.light(), script.notes.light.direction());
        List<PerformerDirection> cast = fields.cast(f, script.notes);
        if (f.set().isPresent()) {
            ledger.overruled("set", "a field says otherwise");
        }
        Keyframe keyframe =
                new Keyframe(f.at(), f.prompt(), camera, cast, light, f.set(), f.image(), f.anchor(), f.ease());
        return new Read(keyframe, ledger, text.length(), f.set().orElse(script.notes.set));
    }
}
