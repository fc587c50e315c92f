package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Suggestion;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.shot.ShotDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives every warning the remedies that it has. Each was tried before it is given: carried out, its warning is gone
/// and no other one has come. A warning for which nothing near can be filmed keeps none.
public final class Advice {

    private static final int MOST = 3;
    /// How much is read for one draft, in UTF-16 units: a tenth of a second, and enough for sixteen keyframes with two
    /// warnings each.
    static final int BUDGET = 100_000;

    private final ShotDraft draft;
    private final Trial trial;
    private final Proposals proposals;

    private Advice(ShotDraft draft, Understanding understanding) {
        this.draft = draft;
        this.trial = new Trial(draft, understanding, BUDGET);
        this.proposals = new Proposals(draft, understanding);
    }

    /// The understanding of a draft with remedies for its warnings. Pure.
    public static Understanding on(ShotDraft draft, Understanding understanding) {
        Advice advice = new Advice(draft, understanding);
        List<Warning> warnings =
                understanding.warnings().stream().map(advice::advised).toList();
        return new Understanding(understanding.shot(), understanding.keyframes(), understanding.decisions(), warnings);
    }

    private Warning advised(Warning w) {
        if (w.keyframe() < 0 && w.performer().isEmpty()) {
            return w;
        }
        String text = trial.text(w);
        boolean words = w.start() >= 0 && w.end() <= text.length();
        String without = words ? Wording.without(text, w.start(), w.end()) : text;
        Optional<Understanding> dropped = words ? trial.read(w, without) : Optional.empty();
        List<Suggestion> good = new ArrayList<>();
        Set<String> labels = new LinkedHashSet<>();
        for (Proposals.Proposal p : proposals.of(w, text)) {
            if (good.size() < MOST
                    && labels.add(p.label())
                    && trial.answers(w, p.text(), p.leavesOut() ? Optional.empty() : dropped)) {
                good.add(suggestion(w, text, p));
            }
        }
        boolean leaves = good.stream().anyMatch(s -> s.edit().isEmpty());
        if (words
                && !leaves
                && dropped.filter(d -> trial.quiet(w, without, d)).isPresent()
                && trial.answers(w, text.substring(0, w.start()) + text.substring(w.end()), Optional.empty())) {
            good.add(new Suggestion("remove it", "", w.start(), w.end()));
        }
        return w.with(good);
    }

    /// One replacement that makes the proposed text: of the warning's own words if it can be.
    private static Suggestion suggestion(Warning w, String text, Proposals.Proposal p) {
        if (p.appended().isPresent()) {
            return new Suggestion(p.label(), p.appended().get());
        }
        String other = p.text();
        int start = 0;
        int most = Math.min(text.length(), other.length());
        while (start < most && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < most - start
                && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        int end = text.length() - tail;
        if (w.start() >= 0 && w.start() <= start && end <= w.end()) {
            start = w.start();
            end = w.end();
        } else {
            while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
                start--;
            }
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
        }
        return new Suggestion(p.label(), other.substring(start, other.length() - (text.length() - end)), start, end);
    }
}
