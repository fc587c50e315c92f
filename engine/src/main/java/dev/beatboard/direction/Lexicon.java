package dev.beatboard.direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The phrases that are known, as a trie over words. Read once from the tables beside this class; each row is
/// `slot <tab> value <tab> phrase|phrase|~phrase`, where `~` marks a phrase whose value is only the nearest thing.
final class Lexicon {

    static final List<String> TABLES = List.of(
            "camera",
            "light",
            "sets",
            "things",
            "people",
            "names",
            "wardrobe",
            "colors",
            "actions",
            "expressions",
            "grammar");

    /// Nouns that come from WordNet: known, but neither documented nor suggested for words that are misspelled.
    private static final String BACK_OFF = "wordnet";

    /// Common English words that are not known, though by letters they are near one that is: no misspellings.
    private static final String SPELLED = "spelled.txt";

    /// Words that may stand inside a phrase about a body or a camera move without breaking it.
    private static final Set<String> SKIPPED = Set.of(
            "his",
            "her",
            "their",
            "the",
            "a",
            "an",
            "own",
            "both",
            "left",
            "right",
            "one",
            "slowly",
            "gently",
            "quickly",
            "briefly",
            "slightly",
            "smoothly",
            "gradually",
            "softly",
            "very",
            "again",
            "back");

    private static final int MOST_SKIPPED = 3;

    /// Parts of a body that a phrase names once and several people, or two sides, have more of.
    private static final Set<String> BODY = Set.of("hand", "arm", "head");

    /// A row of a table, for the documentation.
    record Row(String table, Slot slot, String value, List<String> phrases) {}

    /// A stretch of tokens `[from, to)` that is one phrase, with the tokens skipped inside it.
    record Match(int from, int to, List<Entry> entries, List<Integer> skipped) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
    }

    private final Node root = new Node();
    private final List<Row> rows = new ArrayList<>();
    private final TreeSet<String> handmade = new TreeSet<>();
    private final TreeSet<String> words = new TreeSet<>();
    private final Set<String> spelled;
    private final Map<Character, List<String>> initials;

    private static final class Holder {
        private static final Lexicon STANDARD = new Lexicon();
    }

    /// The built-in lexicon.
    static Lexicon standard() {
        return Holder.STANDARD;
    }

    private Lexicon() {
        for (String table : TABLES) {
            read(table);
        }
        compoundNumbers();
        handmade.addAll(words);
        read(BACK_OFF);
        spelled = spelled();
        initials = handmade.stream().collect(Collectors.groupingBy(w -> w.charAt(0)));
    }

    private static Set<String> spelled() {
        return Tables.rows(SPELLED).stream()
                .flatMap(l -> Stream.of(l.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a word is a common one that is not known here.
    boolean spelled(String word) {
        return spelled.contains(word);
    }

    /// Words of tables made by hand that begin with a letter, in order.
    List<String> beginning(char letter) {
        return initials.getOrDefault(letter, List.of());
    }

    /// "Twenty one" to "eighty nine", from the tens and the ones of the tables.
    private void compoundNumbers() {
        List<Row> counts = rows.stream().filter(r -> r.slot() == Slot.COUNT).toList();
        for (Row tens : counts) {
            int t = Integer.parseInt(tens.value());
            if (t >= 20 && t % 10 == 0) {
                add(Slot.COUNT, Integer.toString(t + 1), tens.phrases().getFirst() + " one", false);
            }
            for (Row ones : counts) {
                int o = Integer.parseInt(ones.value());
                if (t >= 20 && t % 10 == 0 && o < 10) {
                    String phrase =
                            tens.phrases().getFirst() + " " + ones.phrases().getFirst();
                    add(Slot.COUNT, Integer.toString(t + o), phrase, false);
                }
            }
        }
    }

    List<Row> rows() {
        return rows.stream().filter(r -> !r.table().equals(BACK_OFF)).toList();
    }

    /// Every single word that occurs in a phrase of a table made by hand, in order.
    Set<String> words() {
        return handmade;
    }

    boolean handmade(String word) {
        return handmade.contains(word);
    }

    boolean knows(String word) {
        return words.contains(word);
    }

    private void read(String table) {
        String file = table + ".tsv";
        for (String line : Tables.rows(file)) {
            String[] cells = Tables.cells(file, line);
            Slot slot = Slot.valueOf(cells[0]);
            List<String> phrases = List.of(cells[2].split("\\|"));
            rows.add(new Row(table, slot, cells[1], phrases));
            for (String phrase : phrases) {
                boolean near = phrase.startsWith("~");
                add(slot, cells[1], near ? phrase.substring(1) : phrase, near);
            }
        }
    }

    private void add(Slot slot, String value, String phrase, boolean near) {
        List<String> keys = Tokenizer.keys(phrase);
        add(slot, value, phrase, near, keys);
        if (slot == Slot.ACTION && keys.stream().anyMatch(BODY::contains)) {
            List<String> both = new ArrayList<>(keys);
            both.replaceAll(k -> BODY.contains(k) ? k + "s" : k);
            add(slot, value, phrase, near, both);
        }
    }

    private void add(Slot slot, String value, String phrase, boolean near, List<String> keys) {
        put(keys, new Entry(slot, value, phrase, near, Entry.Form.PLAIN));
        if (slot.noun()) {
            List<String> plural = new ArrayList<>(keys);
            plural.set(keys.size() - 1, Endings.plural(keys.getLast()));
            put(plural, new Entry(slot, value, phrase, near, Entry.Form.PLURAL));
        }
        if (slot.verb()) {
            String verb = keys.getFirst();
            put(with(keys, Endings.finite(verb)), new Entry(slot, value, phrase, near, Entry.Form.FINITE));
            put(with(keys, Endings.lasting(verb)), new Entry(slot, value, phrase, near, Entry.Form.LASTING));
            put(with(keys, Endings.past(verb)), new Entry(slot, value, phrase, near, Entry.Form.PAST));
        }
    }

    private static List<String> with(List<String> keys, String first) {
        List<String> out = new ArrayList<>(keys);
        out.set(0, first);
        return out;
    }

    private void put(List<String> keys, Entry entry) {
        Node node = root;
        for (String key : keys) {
            node = node.next.computeIfAbsent(key, k -> new Node());
            words.add(key);
        }
        for (Entry e : node.entries) {
            if (e.slot() == entry.slot() && e.value().equals(entry.value())) {
                return;
            }
        }
        node.entries.add(entry);
    }

    /// All phrases that begin at token `from`.
    List<Match> matches(List<Token> tokens, int from) {
        List<Match> out = new ArrayList<>();
        walk(tokens, from, from, root, List.of(), out);
        return out;
    }

    private void walk(List<Token> tokens, int from, int at, Node node, List<Integer> skipped, List<Match> out) {
        if (at > from && !node.entries.isEmpty() && (skipped.isEmpty() || skipped.getLast() != at - 1)) {
            List<Entry> entries = skipped.isEmpty()
                    ? node.entries
                    : node.entries.stream()
                            .filter(e -> open(e, tokens, skipped))
                            .toList();
            if (!entries.isEmpty()) {
                out.add(new Match(from, at, List.copyOf(entries), skipped));
            }
        }
        if (at >= tokens.size()) {
            return;
        }
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.QUOTE) {
            return;
        }
        Node next = node.next.get(token.key());
        if (next != null) {
            walk(tokens, from, at + 1, next, skipped, out);
        }
        if (at > from && skipped.size() < MOST_SKIPPED && SKIPPED.contains(token.key()) && !node.next.isEmpty()) {
            List<Integer> more = new ArrayList<>(skipped);
            more.add(at);
            walk(tokens, from, at + 1, node, more, out);
        }
    }

    /// Whether a phrase may be interrupted: what bodies, faces and cameras do.
    private static boolean open(Entry e, List<Token> tokens, List<Integer> skipped) {
        if (e.slot() == Slot.MOVE) {
            return skipped.stream().allMatch(i -> tokens.get(i).key().endsWith("ly"));
        }
        return e.slot() == Slot.ACTION || e.slot() == Slot.EXPRESSION || e.slot() == Slot.UNSUPPORTED;
    }
}
