package dev.beatboard.direction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Edits of a prompt as a careful writer makes them: commas, articles and capitals come out right.
final class Wording {

    private static final Pattern STOP = Pattern.compile("[.!?;,:]+$");
    private static final Pattern ARTICLE = Pattern.compile("(?i)(^|\\s)(an?)(\\s+)$");
    private static final Pattern LEFT_OVER = Pattern.compile("(?i)(^|\\s)(an?|the|with an?|very|in an?)$");

    private Wording() {}

    /// With `edit` in the place of `[start, end)`; the article before it fits, and a capital at a beginning stays.
    static String replaced(String text, int start, int end, String edit) {
        if (edit.isEmpty()) {
            return without(text, start, end);
        }
        String before = text.substring(0, start);
        String put = edit;
        boolean begins = before.isBlank() || before.stripTrailing().matches("(?s).*[.!?]");
        if (begins && start < end && Character.isUpperCase(text.charAt(start))) {
            put = capital(put);
        }
        Matcher m = ARTICLE.matcher(before);
        if (m.find()) {
            boolean vowel = "aeiou".indexOf(Character.toLowerCase(put.charAt(0))) >= 0;
            String article = m.group(2).substring(0, 1) + (vowel ? "n" : "");
            boolean own = put.matches("(?i)(an?|the|two|three|four|eight)\\b.*");
            before = before.substring(0, m.start(2)) + (own ? "" : article + m.group(3));
        }
        return before + put + text.substring(end);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// With words added: before the full stop that ends the text, if there is one.
    static String added(String text, String edit) {
        String words = edit.replaceFirst("^[\\s,]+", "");
        String whole = text.stripTrailing();
        if (whole.isEmpty()) {
            return capital(words);
        }
        Matcher m = STOP.matcher(whole);
        String stop = m.find() ? m.group() : "";
        String body = whole.substring(0, whole.length() - stop.length());
        boolean weak = stop.equals(",") || stop.equals(";") || stop.equals(":");
        return body + ", " + words + (weak ? "" : stop);
    }

    /// With words added at the end of the sentence that a place is in.
    static String addedToSentence(String text, int at, String edit) {
        boolean quoted = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            if (!quoted && ".!?".indexOf(c) >= 0 && last) {
                return added(text.substring(0, i + 1), edit) + text.substring(i + 1);
            }
        }
        return added(text, edit);
    }

    /// Without the stretch, and without the commas, blanks and articles that would be left over.
    static String without(String text, int start, int end) {
        String before = text.substring(0, start).replaceFirst("[\\s,]*$", "");
        String gap = text.substring(before.length(), start);
        String after = text.substring(end);
        boolean comma = gap.contains(",") || after.matches("(?s)\\s*,.*");
        after = after.replaceFirst("^[\\s,]+", "");
        Matcher m = LEFT_OVER.matcher(before);
        if (m.find() && (comma || after.isEmpty())) {
            before = before.substring(0, m.start());
        }
        before = before.stripTrailing().replaceFirst(",$", "");
        if (before.isEmpty()) {
            return capital(after);
        }
        if (after.isEmpty()) {
            return before;
        }
        if (".!?;:".indexOf(after.charAt(0)) >= 0) {
            return before + after;
        }
        boolean ended = ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
        return ended ? before + " " + capital(after) : articled(before + (comma ? ", " : " "), after);
    }

    /// "A epic office" is "an office" without the word between.
    private static String articled(String before, String after) {
        Matcher m = ARTICLE.matcher(before);
        if (!m.find()) {
            return before + after;
        }
        boolean vowel = "aeiou".indexOf(Character.toLowerCase(after.charAt(0))) >= 0;
        return before.substring(0, m.start(2)) + m.group(2).charAt(0) + (vowel ? "n" : "") + m.group(3) + after;
    }
}
