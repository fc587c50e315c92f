package dev.beatboard.shot;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that somebody who mistyped probably meant.
public final class Nearest {

    private Nearest() {}

    /// The nearest of `names`, if it is near enough to be worth suggesting: at most a third of the
    /// letters wrong, or one name begins with or contains the other.
    public static Optional<String> to(String typed, Collection<String> names) {
        String t = typed.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        if (t.isEmpty() || t.length() > 40) {
            return Optional.empty();
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            String n = name.toLowerCase(Locale.ROOT);
            int d = distance(t, n);
            if (d > Math.max(1, n.length() / 3) && !(t.length() > 2 && (n.contains(t) || t.contains(n)))) {
                continue;
            }
            if (d < least) {
                least = d;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// Did you mean ...? Or nothing.
    public static String hint(String typed, Collection<String> names) {
        return to(typed, names).map(n -> "Did you mean \"" + n + "\"?").orElse("");
    }

    /// Source: Damerau's distance in the restricted form (optimal string alignment): letters
    /// inserted, dropped, replaced or swapped with their neighbor.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
