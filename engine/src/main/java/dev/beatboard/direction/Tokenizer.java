package dev.beatboard.direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a prompt into tokens. Hyphens and slashes separate words ("low-angle" is two), so that a phrase has one entry
/// however it is spelled; digits and letters separate too ("50mm"). Spaces and control characters are no tokens.
final class Tokenizer {

    private static final Pattern TOKEN = Pattern.compile("(?<quote>\"[^\"\\n]{1,400}\"|\u201C[^\u201D\\n]{1,400}\u201D"
            + "|(?<=[\\s:,])['\u2018](?:[^'\u2019\\n]|['\u2019](?=\\p{L})){1,400}['\u2019](?!\\p{L}))"
            + "|(?<speech>(?<=\\b(?:says?|asks?|whispers?|shouts?|replies|answers?|saying|asking)\\s{0,2}:\\s{0,4})"
            + "[^\\s\"\u201C'\u2018:][^\"\u201C\\n.!?]{0,400}[.!?]?)"
            + "|(?<aperture>(?<![\\p{L}\\p{N}])[fFtT]/?\\d{1,2}(?:\\.\\d)?(?![\\p{L}\\p{N}]))"
            + "|(?<number>\\d{1,9}(?:\\.\\d{1,6})?)"
            + "|(?<word>['\u2019]s(?![\\p{L}])|\\p{L}+n['\u2019]t(?![\\p{L}])|\\p{L}[\\p{L}\\p{M}]*)"
            + "|(?<sign>[^\\s\\p{Cntrl}\\-/])");

    private Tokenizer() {}

    private static String plain(String word) {
        return switch (word) {
            case "towards" -> "toward";
            case "backwards" -> "backward";
            case "forwards" -> "forward";
            case "upwards" -> "upward";
            case "downwards" -> "downward";
            case "centre" -> "center";
            default -> word;
        };
    }

    /// The keys of a phrase of the lexicon.
    static List<String> keys(String phrase) {
        return phrase.chars().allMatch(c -> c == ' ' || c >= 'a' && c <= 'z')
                ? Arrays.stream(phrase.split(" ")).map(Tokenizer::plain).toList()
                : tokens(phrase).stream().map(Token::key).toList();
    }

    static List<Token> tokens(String text) {
        List<Token> out = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            if (m.group("quote") != null) {
                out.add(new Token(Token.Kind.QUOTE, text.substring(m.start() + 1, m.end() - 1), m.start(), m.end()));
            } else if (m.group("speech") != null) {
                out.add(new Token(Token.Kind.QUOTE, m.group(), m.start(), m.end()));
            } else if (m.group("aperture") != null) {
                String digits = m.group().substring(1).replace("/", "");
                out.add(new Token(Token.Kind.APERTURE, digits, m.start(), m.end()));
            } else if (m.group("number") != null) {
                out.add(new Token(Token.Kind.NUMBER, m.group(), m.start(), m.end()));
            } else if (m.group("word") != null) {
                String key = m.group().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
                out.add(new Token(Token.Kind.WORD, plain(key), m.start(), m.end()));
            } else {
                out.add(new Token(Token.Kind.SIGN, m.group(), m.start(), m.end()));
            }
        }
        return out;
    }
}
