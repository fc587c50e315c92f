package dev.beatboard.direction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Writes `wordnet.tsv`, the back-off for nouns that nobody put into the tables by hand: occupations and kin, and
/// clothes by what they are a kind of. From the noun files of WordNet 3.0 (Debian `wordnet-base`,
/// `/usr/share/wordnet`).
/// Only first senses count, and no word that may as well be a thing, an animal, a verb or an adjective: what is wrongly
/// known is worse than what is not known.
final class WordNetTable {

    private static final List<String> PEOPLE = List.of(
            "worker",
            "professional",
            "entertainer",
            "creator",
            "expert",
            "leader",
            "intellectual",
            "scientist",
            "contestant",
            "traveler",
            "relative",
            "adviser",
            "businessperson",
            "learner",
            "communicator",
            "serviceman",
            "clergyman",
            "artist");

    private static final Map<String, String> CLOTHES = new LinkedHashMap<>(Map.of(
            "trouser",
            "TROUSERS",
            "sweater",
            "SWEATER",
            "jacket",
            "JACKET",
            "coat",
            "COAT",
            "shirt",
            "SHIRT",
            "skirt",
            "SKIRT",
            "hat",
            "HAT",
            "cap",
            "HAT",
            "boot",
            "BOOTS",
            "shoe",
            "SHOES"));

    /// Words about people that a film's cast is not to be called, by what WordNet says of them.
    private static final Pattern UNFIT = Pattern.compile("offensive|disparag|derogat|slang|obscen|slur|vulgar|insult|"
            + "contempt|prostitut|sexual|whore|slave|nude|naked|porn|brothel|criminal|kill|illegal|fraud|drug|servitude|"
            + "archaic|undergarment|underwear");

    private static final Set<String> UNFIT_WORDS = Set.of(
            "apotheosis",
            "hero",
            "toast",
            "phenomenon",
            "marvel",
            "whiz",
            "knickers",
            "trunks",
            "wedgie",
            "pillbox",
            "pinner",
            "anklet",
            "flipper",
            "cords",
            "derby",
            "swinger",
            "fishwife",
            "slavey",
            "nerd",
            "gypsy",
            "motormouth",
            "batman",
            "superman",
            "marquess",
            "abortionist",
            "troller",
            "lifter",
            "leaper",
            "salter",
            "cherub",
            "temp");

    private record Synset(List<String> words, List<String> above, boolean instance, String gloss) {}

    private final Map<String, Synset> synsets = new HashMap<>();
    private final Map<String, List<String>> senses = new TreeMap<>();
    private final Set<String> others = new HashSet<>();

    private WordNetTable(Path dictionary) throws IOException {
        for (String line : lines(dictionary.resolve("data.noun"))) {
            String[] f = line.split(" ");
            int n = Integer.parseInt(f[3], 16);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                words.add(f[4 + 2 * i]);
            }
            int at = 4 + 2 * n;
            List<String> above = new ArrayList<>();
            boolean instance = false;
            for (int i = 0; i < Integer.parseInt(f[at]); i++) {
                instance |= f[at + 1 + 4 * i].equals("@i");
                if (f[at + 1 + 4 * i].equals("@")) {
                    above.add(f[at + 2 + 4 * i]);
                }
            }
            synsets.put(f[0], new Synset(words, above, instance, line.substring(line.indexOf('|') + 1)));
        }
        for (String line : lines(dictionary.resolve("index.noun"))) {
            String[] f = line.split(" ");
            int skip = 6 + Integer.parseInt(f[3]);
            senses.put(f[0], List.of(f).subList(skip, f.length));
        }
        for (String file : List.of("index.verb", "index.adj", "index.adv")) {
            lines(dictionary.resolve(file)).forEach(l -> others.add(l.substring(0, l.indexOf(' '))));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                .filter(l -> !l.startsWith("  "))
                .toList();
    }

    private List<String> senses(String word) {
        return Objects.requireNonNull(senses.get(word), word);
    }

    private Synset synset(String id) {
        return Objects.requireNonNull(synsets.get(id), id);
    }

    private Set<String> kinds(String synset) {
        Set<String> out = new HashSet<>(Set.of(synset));
        synset(synset).above().forEach(s -> out.addAll(kinds(s)));
        return out;
    }

    /// The sense of a word that is a kind of another word's first sense.
    private String sense(String word, String kind) {
        String above = senses(kind).getFirst();
        return senses(word).stream()
                .filter(s -> kinds(s).contains(above))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Set<String>> rows() {
        Set<String> people = new HashSet<>();
        PEOPLE.forEach(p -> people.add(sense(p, "person")));
        Map<String, String> clothes = new LinkedHashMap<>();
        CLOTHES.keySet().stream().sorted().forEach(c -> clothes.put(sense(c, "artifact"), CLOTHES.get(c)));
        List<String> things = List.of(
                senses("artifact").getFirst(),
                senses("animal").getFirst(),
                senses("food").getFirst(),
                sense("plant", "organism"));
        Map<String, Set<String>> rows = new TreeMap<>();
        senses.forEach((word, all) -> {
            Synset first = synset(all.getFirst());
            boolean plain = word.matches("[a-z]{4,}")
                    && !others.contains(word)
                    && first.words().contains(word);
            if (!plain
                    || first.instance()
                    || UNFIT_WORDS.contains(word)
                    || UNFIT.matcher(first.gloss()).find()) {
                return;
            }
            Set<String> kinds = kinds(all.getFirst());
            boolean thing = all.stream().anyMatch(s -> things.stream().anyMatch(kinds(s)::contains));
            if (!thing && people.stream().anyMatch(kinds::contains)) {
                rows.computeIfAbsent("PERSON\t" + sex(word) + "/-", k -> new TreeSet<>())
                        .add(word);
            }
            clothes.forEach((synset, kind) -> {
                if (kinds.contains(synset)) {
                    rows.computeIfAbsent("GARMENT\t" + kind, k -> new TreeSet<>())
                            .add("~" + word);
                }
            });
        });
        return rows;
    }

    private static String sex(String word) {
        boolean female = word.endsWith("woman") || word.endsWith("ess") || word.endsWith("maid");
        return female ? "F" : word.endsWith("man") || word.endsWith("boy") ? "M" : "?";
    }

    /// @param args the folder of WordNet's files, the table to write
    public static void main(String[] args) throws IOException {
        StringBuilder out = new StringBuilder(
                "# Nouns of WordNet 3.0 (Princeton University), written by WordNetTable; see NOTICE.\n");
        new WordNetTable(Path.of(args[0])).rows().forEach((row, words) -> {
            words.removeIf(w -> Lexicon.standard().handmade(w.replace("~", "")));
            if (!words.isEmpty()) {
                out.append(row).append('\t').append(String.join("|", words)).append('\n');
            }
        });
        Files.writeString(Path.of(args[1]), out);
    }
}
