package dev.beatboard.direction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/// Writes `spelled.txt`, the common English words that are not known though by letters they are near one that is, so
/// that "ball" is not taken for a misspelled "bald". From the words that WordNet 3.0 (Debian `wordnet-base`,
/// `/usr/share/wordnet`) has counted in texts, with their endings, and from the little words that it leaves out.
final class SpelledWords {

    private static final String LITTLE = "about above across after again against almost along also although always am"
            + " among another any anybody anyone anything are around aside because been being below between beyond both"
            + " but came could cannot despite did does doing done down during each either else enough ever every"
            + " everybody everyone everything except few for from gave goes gone got had has have having hence her here"
            + " hers herself him himself his how however into itself just least less made many may maybe might more"
            + " most much must myself near neither never none nor nothing now off often once one only onto other others"
            + " ought our ours ourselves out over own per quite rather said same saw several shall she should since some"
            + " somebody someone sometimes somewhere soon still such than that the their theirs them themselves then"
            + " there these they this those though through throughout thus till together told too took toward under"
            + " until unto upon very was were went what whatever when whenever where wherever whether which while who"
            + " whoever whole whom whose why will with within without would yet you your yours yourself bike bikes biker"
            + " stroller strollers wales tuning webcam snowboard skateboard selfie";

    private SpelledWords() {}

    /// @param args the folder of WordNet and the file to write
    public static void main(String[] args) throws IOException {
        Path wordnet = Path.of(args[0]);
        TreeSet<String> all = new TreeSet<>(List.of(LITTLE.split(" ")));
        TreeSet<String> lemmas = new TreeSet<>();
        for (String line : Files.readAllLines(wordnet.resolve("cntlist.rev"), StandardCharsets.ISO_8859_1)) {
            String word = line.substring(0, line.indexOf('%'));
            char kind = line.charAt(line.indexOf('%') + 1);
            if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                continue;
            }
            lemmas.add(word);
            all.add(word);
            if (kind == '1') {
                all.add(Endings.plural(word));
            } else if (kind == '2') {
                all.addAll(List.of(Endings.finite(word), Endings.lasting(word), Endings.past(word)));
                all.addAll(List.of(word + "ing", word + "ed"));
            }
        }
        for (String kind : List.of("noun", "verb", "adj", "adv")) {
            for (String line : Files.readAllLines(wordnet.resolve(kind + ".exc"), StandardCharsets.ISO_8859_1)) {
                String[] forms = line.split(" ");
                if (forms.length == 2 && lemmas.contains(forms[1])) {
                    all.add(forms[0]);
                }
            }
        }
        Lexicon lexicon = Lexicon.standard();
        List<String> kept = all.stream()
                .filter(w -> w.length() >= 4 && w.length() <= 12)
                .filter(w -> w.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                .filter(w -> !lexicon.knows(w))
                .filter(w -> !Phrases.near(w, lexicon, 1).isEmpty())
                .toList();
        StringBuilder out =
                new StringBuilder("# Common English words that are no misspellings; written by SpelledWords\n");
        int width = 0;
        for (String word : kept) {
            out.append(width == 0 ? "" : width + word.length() > 110 ? "\n" : " ")
                    .append(word);
            width = width + word.length() > 110 ? word.length() : width + 1 + word.length();
        }
        Files.writeString(Path.of(args[1]), out.append('\n').toString());
    }
}
