package dev.beatboard.direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Chooses, among all phrases that match somewhere, the set without overlaps that explains the prompt best: longer
/// phrases and content before function words. Ties go to the earlier and longer one, so the choice is a function of the
/// text.
final class Phrases {

    private Phrases() {}

    static List<Item> choose(List<Token> tokens, Lexicon lexicon, ProperNames names) {
        int n = tokens.size();
        int[] best = new int[n + 1];
        Lexicon.Match[] chosen = new Lexicon.Match[n];
        for (int i = n - 1; i >= 0; i--) {
            best[i] = best[i + 1] - 2;
            List<Lexicon.Match> matches = new ArrayList<>(lexicon.matches(tokens, i));
            matches.addAll(names.matches(tokens, i));
            for (Lexicon.Match m : matches) {
                int score = score(m) + best[m.to()];
                if (score > best[i] || score == best[i] && chosen[i] != null && m.to() > chosen[i].to()) {
                    best[i] = score;
                    chosen[i] = m;
                } else if (score == best[i] && chosen[i] != null && m.to() == chosen[i].to()) {
                    List<Entry> both = new ArrayList<>(chosen[i].entries());
                    both.addAll(m.entries());
                    chosen[i] = new Lexicon.Match(i, m.to(), both, chosen[i].skipped());
                }
            }
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < n; ) {
            Lexicon.Match m = chosen[i];
            items.add(
                    m == null
                            ? new Item(i, i + 1, List.of(), List.of(), tokens.get(i))
                            : new Item(i, m.to(), m.entries(), m.skipped(), tokens.get(i)));
            i = m == null ? i + 1 : m.to();
        }
        return items;
    }

    private static int score(Lexicon.Match m) {
        int length = m.to() - m.from() - m.skipped().size();
        int weight = 0;
        for (Entry e : m.entries()) {
            weight = Math.max(weight, e.slot().weight());
        }
        int skips = m.skipped().size();
        if (weight == 0) {
            return length == 1 ? 2 : 16 * length - 8;
        }
        return (weight <= 2 ? 8 : 10) * length + 8 * (length - 1) + weight + (skips > 0 ? 15 * skips : 0);
    }

    /// The nearest known word, by letters, for a word that is not known; none for one that is spelled right.
    static Optional<String> nearest(String word, Lexicon lexicon) {
        return lexicon.spelled(word) || lexicon.knows(word)
                ? Optional.empty()
                : near(word, lexicon, 1).stream().findFirst();
    }

    /// The nearest known words, by letters, nearest first.
    static List<String> near(String word, Lexicon lexicon, int most) {
        if (word.length() < 4 || word.length() > 24) {
            return List.of();
        }
        int edits = word.length() < 6 ? 1 : 2;
        List<List<String>> found = new ArrayList<>();
        for (int i = 0; i <= edits; i++) {
            found.add(new ArrayList<>());
        }
        for (String w : lexicon.beginning(word.charAt(0))) {
            boolean far = StrictMath.abs(w.length() - word.length()) > edits;
            if (far || w.length() < 3 || !Character.isLetter(w.charAt(1))) {
                continue;
            }
            int d = distance(word, w);
            if (d > 0 && d <= edits) {
                found.get(d).add(w);
            }
        }
        return found.stream().flatMap(List::stream).limit(most).toList();
    }

    /// Edit distance with swaps of neighbors (optimal string alignment).
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            Arrays.fill(d[i], i);
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
