package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Fate;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a draft again with a remedy carried out, to see whether it is one: its warning is gone, no other one has come,
/// no word is unknown that was known, and it does more than to leave the words out.
final class Trial {

    /// Remedies of these put somebody into the picture; no other may.
    private static final Set<String> CASTING =
            Set.of("no-subject", "no-action", "no-count", "pronoun-without-person", "unknown-word", "too-many-people");

    private final ShotDraft draft;
    private final Understanding before;
    private final Map<String, Integer> counts;
    private int left;

    /// @param budget how many UTF-16 units may be read in all: reading takes time
    Trial(ShotDraft draft, Understanding before, int budget) {
        this.draft = draft;
        this.before = before;
        this.counts = counts(draft, before);
        this.left = budget;
    }

    /// The text that a warning is about.
    String text(Warning w) {
        return text(draft, w);
    }

    private static String text(ShotDraft draft, Warning w) {
        return w.performer()
                .map(name -> draft.cast().stream()
                        .filter(c -> c.name().equals(name))
                        .flatMap(c -> c.description().stream())
                        .findFirst()
                        .orElse(""))
                .orElseGet(() ->
                        w.keyframe() >= 0 && w.keyframe() < draft.keyframes().size()
                                ? draft.keyframes().get(w.keyframe()).prompt()
                                : "");
    }

    /// The draft with another text in the place of the one that a warning is about.
    static ShotDraft with(ShotDraft d, Warning w, String text) {
        List<ShotDraft.CastEntry> cast = d.cast().stream()
                .map(c -> w.performer().filter(c.name()::equals).isPresent()
                        ? new ShotDraft.CastEntry(c.name(), Optional.of(text), c.image(), c.performer())
                        : c)
                .toList();
        List<Keyframe> keyframes = new ArrayList<>(d.keyframes());
        if (w.performer().isEmpty()) {
            Keyframe k = keyframes.get(w.keyframe());
            keyframes.set(
                    w.keyframe(),
                    new Keyframe(
                            k.at(), text, k.camera(), k.cast(), k.light(), k.set(), k.image(), k.anchor(), k.ease()));
        }
        return new ShotDraft(
                d.title(), d.duration(), d.rate(), d.width(), d.height(), d.seed(), d.set(), cast, keyframes);
    }

    /// What a text would be understood as; empty if enough has been read.
    Optional<Understanding> read(Warning w, String text) {
        ShotDraft tried = with(draft, w, text);
        left -= 40
                + tried.keyframes().stream().mapToInt(k -> k.prompt().length()).sum()
                + tried.cast().stream()
                        .mapToInt(c -> c.description().orElse("").length())
                        .sum();
        return left < 0 ? Optional.empty() : Optional.of(Interpreter.skimmed(tried));
    }

    /// Whether a text in the place of the warning's one answers the warning.
    ///
    /// @param dropped what is understood if the words are left out; empty where that says nothing
    boolean answers(Warning w, String text, Optional<Understanding> dropped) {
        if (text.equals(text(w))) {
            return false;
        }
        Optional<Understanding> read = read(w, text);
        if (read.isEmpty()) {
            return false;
        }
        Understanding after = read.get();
        return quiet(w, text, after)
                && dropped.map(d -> !essence(d.shot()).equals(essence(after.shot())))
                        .orElse(true);
    }

    /// Whether a text, understood so, has one trouble less and no other.
    boolean quiet(Warning w, String text, Understanding after) {
        return quieter(w, counts(with(draft, w, text), after))
                && unknown(after) <= unknown(before)
                && (CASTING.contains(w.code())
                        || after.shot().cast().size() <= before.shot().cast().size());
    }

    private boolean quieter(Warning w, Map<String, Integer> after) {
        String own = key(draft, w);
        return after.entrySet().stream().allMatch(e -> e.getValue() <= counts.getOrDefault(e.getKey(), 0))
                && after.getOrDefault(own, 0) < counts.getOrDefault(own, 0);
    }

    /// How many warnings there are of each kind about the same words.
    static Map<String, Integer> counts(ShotDraft draft, Understanding u) {
        Map<String, Integer> counts = new HashMap<>();
        u.warnings().forEach(w -> counts.merge(key(draft, w), 1, Integer::sum));
        return counts;
    }

    static String key(ShotDraft draft, Warning w) {
        String text = text(draft, w);
        String words = w.start() < 0 || w.end() > text.length() ? "" : text.substring(w.start(), w.end());
        return w.code() + "|" + w.keyframe() + "|" + w.performer().orElse("") + "|" + words.toLowerCase(Locale.ROOT);
    }

    private static long unknown(Understanding u) {
        return u.keyframes().stream()
                .flatMap(k -> k.words().stream())
                .filter(w -> w.fate() == Fate.UNKNOWN)
                .count();
    }

    /// All of a shot but the texts that it was read from.
    private static List<Object> essence(Shot shot) {
        List<Object> out = new ArrayList<>();
        out.add(shot.set());
        for (Performer p : shot.cast()) {
            out.add(List.of(p.name(), p.sex(), p.age(), p.build(), p.stature(), p.heritage(), p.hair(), p.wardrobe()));
        }
        for (Keyframe k : shot.keyframes()) {
            out.add(List.of(k.camera(), k.cast(), k.light(), k.set()));
        }
        return out;
    }
}
