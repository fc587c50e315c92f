package dev.beatboard.score;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be seen at a keyframe, measured from the posed skin, the view and the id plane; nothing here comes from
/// what
/// was asked.
///
/// @param cameraMoves whether the view differs between the frames before and after
/// @param cameraTurns whether it turns without moving
/// @param timing when the camera changes
/// @param right the picture's right, horizontal, in the world
/// @param people in the order of the cast
/// @param things shares of the picture that named things take in the id plane, by noun; empty where no frame was drawn
/// @param thingSizes the shot size in which a named thing is seen, by noun; things that fill none of the sizes' shares
///     are `Optional.empty()`
public record Observation(
        int keyframe,
        int frame,
        boolean cameraMoves,
        boolean cameraTurns,
        CameraTiming timing,
        Vec3 right,
        List<Person> people,
        Map<String, Double> things,
        Map<String, Optional<ShotSize>> thingSizes) {

    public Observation {
        people = List.copyOf(people);
    }

    /// A performer at the frame.
    ///
    /// @param size the shot size whose definition the posed body is nearest to, and by how much it misses it
    /// @param faceInside whether the eyes are in the frame, before the lens
    /// @param faceHeight of crown to chin as a share of the picture's height
    /// @param visible share of the picture that the body covers in the id plane; empty where no frame was drawn
    /// @param thighs degrees between the thighs and the vertical: about 90 for who sits
    /// @param gaze unit vector of both eyes' mean direction, world space
    /// @param facing horizontal unit vector of the chest
    /// @param now the body now
    /// @param soon the body a quarter of a second later
    /// @param settled the body 0.8 seconds later: a look that began now has arrived
    /// @param later the body 1.2 seconds later
    /// @param risen the body 2 seconds later: who began to stand up now, or soon after, stands
    /// @param onsets when parts begin to move
    /// @param handsSeen whose hand is in the picture some time within the next 1.2 s while nothing cuts
    /// @param expressions how much of each expression the skin of the face shows, 0..1
    /// @param mouthMoves how much the jaw opens and closes within the next half second
    public record Person(
            String name,
            ShotSize size,
            double sizeMiss,
            boolean faceInside,
            double faceHeight,
            Optional<Double> visible,
            double thighs,
            Vec3 gaze,
            Vec3 facing,
            Body now,
            Body soon,
            Body settled,
            Body later,
            Body risen,
            Onsets onsets,
            Set<Side> handsSeen,
            Map<Expression, Double> expressions,
            double mouthMoves) {}

    /// The first frame on which a part is seen to have moved, counted from the keyframe; empty if it moves neither
    /// before
    /// nor after, or all the time.
    ///
    /// @param eyes leave for what they rest on 0.8 s later
    /// @param leftHand moves against the shoulders
    public record Onsets(Optional<Integer> eyes, Optional<Integer> leftHand, Optional<Integer> rightHand) {

        public static final Onsets NONE = new Onsets(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Places of the parts that actions move, world space.
    ///
    /// @param headTurn degrees of the head against the chest, positive to the own left
    /// @param gazeTurn degrees of the gaze against the chest, positive to the own left
    /// @param headNod degrees of the head's pitch, positive down
    /// @param toLens degrees between the gaze and the lens as both are at that moment
    public record Body(
            Vec3 floor,
            Vec3 leftHand,
            Vec3 rightHand,
            Vec3 leftShoulder,
            Vec3 rightShoulder,
            Vec3 eyes,
            Vec3 gaze,
            double hips,
            double headTurn,
            double gazeTurn,
            double headNod,
            double toLens) {}
}
