package dev.beatboard.direction;

import dev.beatboard.shot.Shot;
import java.util.List;
import java.util.Optional;

/// What became of a draft's words: the Shot, and an account of how it came about.
///
/// @param shot fully structured; to read its canonical form again gives the same Shot
/// @param keyframes one per keyframe of the shot, in order
/// @param decisions what the words left open and was chosen
/// @param warnings what is vague, contradictory or cannot be done
public record Understanding(Shot shot, List<Reading> keyframes, List<Decision> decisions, List<Warning> warnings) {

    public Understanding {
        keyframes = List.copyOf(keyframes);
        decisions = List.copyOf(decisions);
        warnings = List.copyOf(warnings);
    }

    /// How one prompt was read.
    ///
    /// @param caption at most 18 letters for a card of a storyboard
    /// @param summary one readable line of all that was understood
    /// @param words cover the whole prompt without gaps or overlaps
    public record Reading(int frame, String caption, String summary, Checks checks, List<Word> words) {

        public Reading {
            words = List.copyOf(words);
        }
    }

    /// Which of the four things that a clear direction names are there.
    public record Checks(boolean camera, boolean subject, boolean light, boolean action) {}

    /// A stretch of a prompt and its fate. `start` and `end` count UTF-16 units.
    ///
    /// @param slot what it filled, such as `camera.size` or `Anna.wardrobe`; empty unless used
    /// @param value what it became; empty unless used
    /// @param reason the rule, or why it was ignored, or the nearest thing known
    public record Word(
            String text, int start, int end, Fate fate, Optional<String> slot, Optional<String> value, String reason) {}

    public enum Fate {
        USED,
        IGNORED,
        UNKNOWN
    }

    /// Something decided unasked. `keyframe` is 0-based, -1 for the whole clip.
    public record Decision(int keyframe, String slot, String value, String reason, List<String> alternatives) {

        public Decision {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// Something the author should know before a frame is drawn. `start` and `end` are -1 where no words are meant.
    ///
    /// @param code stable, kebab-case: `no-shot-size`, `unknown-word`, `image-not-used`
    /// @param performer whose description the words stand in; empty if they are of the keyframe's prompt
    public record Warning(
            String code,
            int keyframe,
            Optional<String> performer,
            int start,
            int end,
            String message,
            List<Suggestion> suggestions) {

        public Warning {
            boolean words = start >= 0;
            int from = start;
            int to = end;
            suggestions = suggestions.stream()
                    .map(s -> words && s.start < 0 ? new Suggestion(s.label, s.edit, from, to) : s)
                    .toList();
        }

        public Warning(String code, int keyframe, int start, int end, String message, List<Suggestion> suggestions) {
            this(code, keyframe, Optional.empty(), start, end, message, suggestions);
        }

        /// The same with other remedies.
        Warning with(List<Suggestion> others) {
            return new Warning(code, keyframe, performer, start, end, message, others);
        }
    }

    /// A remedy: `edit` takes the place of the stretch `[start, end)` of the text, which mostly is the warning's, or is
    /// appended to the text where that is -1.
    public record Suggestion(String label, String edit, int start, int end) {

        /// For the stretch of the warning that it belongs to.
        public Suggestion(String label, String edit) {
            this(label, edit, -1, -1);
        }
    }
}
