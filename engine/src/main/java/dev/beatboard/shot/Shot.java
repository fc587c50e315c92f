package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;

/// What is to be filmed, fully structured: the contract between people, studio, service and engine. Words have been
/// understood before; a Shot may as well be written directly.
///
/// @param title names the output folder
/// @param duration at most 20 s
/// @param width of the picture's shape; with `height` only the aspect matters until a size is asked
/// @param seed varies what nobody directed: idle life, casting details
/// @param cast at most 8 performers, in order of appearance
/// @param keyframes 1 to 16, at increasing frames
public record Shot(
        String title,
        Time duration,
        FrameRate rate,
        int width,
        int height,
        long seed,
        SetKind set,
        List<Performer> cast,
        List<Keyframe> keyframes) {

    public static final int MOST_KEYFRAMES = 16;
    public static final int MOST_PERFORMERS = 8;
    public static final Time LONGEST = Time.seconds(20);

    public Shot {
        cast = List.copyOf(cast);
        keyframes = List.copyOf(keyframes);
    }

    /// How many frames the clip has.
    public int frames() {
        return rate.framesIn(duration);
    }

    /// The frame on which keyframe `i` falls; a time equal to the duration means the last frame.
    public int frameOf(int i) {
        return Math.min(frames() - 1, rate.frameAt(keyframes.get(i).at()));
    }

    public double aspect() {
        return (double) width / height;
    }

    /// The place of a performer in the cast, from 0; an [IllegalArgumentException] if nobody is called so.
    public int placeOf(String name) {
        for (int i = 0; i < cast.size(); i++) {
            if (cast.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Nobody of the cast is called \"" + name + "\"");
    }

    public Optional<Performer> performer(String name) {
        return cast.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
