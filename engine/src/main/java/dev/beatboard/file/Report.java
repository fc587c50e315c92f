package dev.beatboard.file;

import dev.beatboard.time.FrameRate;
import java.util.List;
import java.util.stream.Stream;

/// The account of a rendering: what was asked at each keyframe, how it was staged, and whether it
/// can be seen.
///
/// @param width of the pictures in pixels
/// @param firstFrame first frame that was rendered
/// @param lastFrame last frame that was rendered
/// @param totalFrames of the whole clip
/// @param moments one per keyframe, in order
/// @param stages how long each part of the work took, in order
/// @param credits whose work is in the pictures and under which license, a line each
public record Report(
        Slate slate,
        int width,
        int height,
        FrameRate rate,
        int firstFrame,
        int lastFrame,
        int totalFrames,
        List<Moment> moments,
        List<Decision> decisions,
        List<Warning> warnings,
        List<Stage> stages,
        List<String> credits) {

    public Report {
        moments = List.copyOf(moments);
        decisions = List.copyOf(decisions);
        warnings = List.copyOf(warnings);
        stages = List.copyOf(stages);
        credits = List.copyOf(credits);
    }

    /// One keyframe.
    ///
    /// @param asked the prompt as it was written
    /// @param understood one line of what was understood
    /// @param staged what was built for it, a sentence each
    public record Moment(int frame, String asked, String understood, List<String> staged, List<Fact> facts) {

        public Moment {
            staged = List.copyOf(staged);
            facts = List.copyOf(facts);
        }
    }

    /// Something that should be seen on the keyframe's frame, measured from the posed skin, the
    /// view and the id plane.
    ///
    /// @param slot such as `camera.size`, `Anna.expression`
    /// @param asked the value that was asked
    /// @param staged what was built for it, in words and numbers; empty if nothing of its own was
    /// @param measured what the frame shows, with its number where there is one
    /// @param state what became of it, said more finely than by `status`
    public record Fact(String slot, String asked, String staged, String measured, Status status, State state) {

        public Fact(String slot, String asked, String measured, Status status) {
            this(slot, asked, "", measured, status, State.of(status));
        }

        /// The same, but there in part if it was missed: late, early or not wholly.
        public Fact inPart() {
            return status == Status.MISSED ? new Fact(slot, asked, staged, measured, status, State.IN_PART) : this;
        }

        /// The same with what was built for it.
        public Fact staged(String text) {
            return new Fact(slot, asked, text, measured, status, state);
        }
    }

    /// What can be seen of a fact.
    public enum State {
        HOLDS,
        BEGINS,
        FINISHED,
        /// There, but late, early or not wholly.
        IN_PART,
        NOT_DONE,
        NOT_MEASURED;

        static State of(Status status) {
            return switch (status) {
                case HOLDS -> HOLDS;
                case BEGINS -> BEGINS;
                case FINISHED -> FINISHED;
                case MISSED -> NOT_DONE;
                case UNMEASURED -> NOT_MEASURED;
            };
        }
    }

    /// What became of a fact.
    public enum Status {
        /// True on the frame.
        HOLDS,
        /// Its movement begins on the frame.
        BEGINS,
        /// Its movement ends on the frame.
        FINISHED,
        /// Not to be seen.
        MISSED,
        /// Could not be measured, for example because the frame was not rendered.
        UNMEASURED
    }

    /// @param keyframe 0-based, -1 for the whole clip
    public record Decision(int keyframe, String slot, String value, String reason) {}

    /// @param keyframe 0-based, -1 for the whole clip
    public record Warning(int keyframe, String code, String message) {}

    public record Stage(String name, double seconds) {}

    /// How many facts have a status.
    public long count(Status status) {
        return facts().filter(f -> f.status() == status).count();
    }

    /// How many facts have a state.
    public long count(State state) {
        return facts().filter(f -> f.state() == state).count();
    }

    private Stream<Fact> facts() {
        return moments.stream().flatMap(m -> m.facts().stream());
    }
}
