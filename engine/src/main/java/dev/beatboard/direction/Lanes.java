package dev.beatboard.direction;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The shot as a timeline: what the camera, each performer, the light and the set do from frame to frame, as told; it
/// needs no staging, so that it is there before a frame is drawn.
public final class Lanes {

    /// A stretch of one lane.
    ///
    /// @param lane `camera`, `light`, `set` or the name of a performer
    /// @param from its first frame
    /// @param to the frame after its last
    /// @param share of what was asked that there is time for, 0 to 1
    public record Span(String lane, int from, int to, Kind kind, String label, Origin origin, double share) {}

    public enum Kind {
        /// Something stays as it is.
        HOLD,
        /// A performer does something.
        ACT,
        /// The camera moves.
        MOVE,
        /// Not in the scene: before an entrance, after an exit.
        OFF
    }

    /// Who said so.
    public enum Origin {
        WORDS,
        DECIDED,
        FIELD
    }

    /// What performers need, which staging knows.
    public interface Body {

        /// How long an action takes that nothing cuts short, in seconds; infinity for one that goes on.
        double seconds(Action a);

        /// Whether an order for one ends the other.
        boolean compete(ActionKind a, ActionKind b);
    }

    /// How long somebody who leaves is still on the way out, in seconds.
    private static final double LEAVING = 3;

    private final Understanding u;
    private final Shot shot;
    private final Body body;
    private final List<Span> spans = new ArrayList<>();

    private Lanes(Understanding u, Body body) {
        this.u = u;
        this.shot = u.shot();
        this.body = body;
    }

    /// Every lane covers the clip without gaps; camera first, then the cast in its order, light and set.
    public static List<Span> of(Understanding u, Body body) {
        Lanes lanes = new Lanes(u, body);
        lanes.camera();
        u.shot().cast().forEach(lanes::performer);
        lanes.light();
        lanes.set();
        return List.copyOf(lanes.spans);
    }

    private List<Keyframe> keyframes() {
        return shot.keyframes();
    }

    /// The frame from which keyframe `k` counts; the first one holds from the start.
    private int from(int k) {
        return k == 0 ? 0 : k >= keyframes().size() ? shot.frames() : shot.frameOf(k);
    }

    private void add(String lane, int from, int to, Kind kind, String label, Origin origin, double share) {
        if (to > from) {
            spans.add(new Span(lane, from, to, kind, label, origin, share));
        }
    }

    /// By whom a slot of a keyframe was filled. Several performers share a slot: "Anna, Tom.action".
    private Origin origin(int k, String lane) {
        boolean words = u.keyframes().get(k).words().stream()
                .flatMap(w -> w.slot().stream())
                .anyMatch(s -> List.of(s.replaceFirst("\\..*$", "").split(", ")).contains(lane));
        if (words) {
            return Origin.WORDS;
        }
        if (marked(keyframes().get(k), lane)) {
            return Origin.FIELD;
        }
        boolean decided = u.decisions().stream()
                .anyMatch(d -> (d.keyframe() == k || d.keyframe() < 0)
                        && (d.slot().equals(lane) || d.slot().startsWith(lane + ".")));
        return decided ? Origin.DECIDED : Origin.FIELD;
    }

    /// Whether a field puts what a lane is about on a mark.
    private static boolean marked(Keyframe k, String lane) {
        return switch (lane) {
            case "camera" -> k.camera().mark().isPresent();
            case "light" -> k.light().mark().isPresent();
            default ->
                k.cast().stream()
                        .anyMatch(d -> d.name().equals(lane) && d.mark().isPresent());
        };
    }

    private void camera() {
        int k = 0;
        while (k < keyframes().size()) {
            CameraDirection c = keyframes().get(k).camera();
            int next = k + 1;
            while (next < keyframes().size() && !tells(keyframes().get(next).camera())) {
                next++;
            }
            boolean moves = c.moves();
            String label = String.join(", ", Caption.camera(c));
            add(
                    "camera",
                    from(k),
                    from(next),
                    moves ? Kind.MOVE : Kind.HOLD,
                    label.isEmpty() ? "holds" : label,
                    origin(k, "camera"),
                    1);
            k = next;
        }
    }

    private static boolean tells(CameraDirection c) {
        return !c.equals(CameraDirection.NONE);
    }

    private void performer(Performer p) {
        String name = p.name();
        Posture posture = Posture.STANDING;
        Kind rest = entersFirst(name) ? Kind.OFF : Kind.HOLD;
        for (int k = 0; k < keyframes().size(); ) {
            Optional<PerformerDirection> d = told(k, name);
            int next = k + 1;
            while (next < keyframes().size() && told(next, name).isEmpty()) {
                next++;
            }
            Origin origin = d.isPresent() ? origin(k, name) : Origin.DECIDED;
            posture = d.flatMap(PerformerDirection::posture).orElse(posture);
            int at = from(k);
            List<Action> actions = d.map(PerformerDirection::actions).orElse(List.of());
            if (!actions.isEmpty()) {
                ActionKind last = actions.getLast().kind();
                int end = Math.min(from(next), at + frames(length(actions)));
                add(name, at, end, Kind.ACT, label(d.orElseThrow()), origin, share(actions, k, name));
                posture = after(last, posture);
                rest = last == ActionKind.EXIT ? Kind.OFF : Kind.HOLD;
                at = end;
            }
            String label = rest == Kind.OFF
                    ? "off"
                    : d.isPresent() && actions.isEmpty() ? label(d.get()) : Names.words(posture);
            add(name, at, from(next), rest, label, origin, 1);
            k = next;
        }
    }

    private boolean entersFirst(String name) {
        return keyframes().stream()
                .flatMap(k -> k.cast().stream())
                .filter(d -> d.name().equals(name))
                .findFirst()
                .filter(d -> d.actions().stream().anyMatch(a -> a.kind() == ActionKind.ENTER))
                .isPresent();
    }

    private Optional<PerformerDirection> told(int k, String name) {
        return keyframes().get(k).cast().stream()
                .filter(d -> d.name().equals(name))
                .findFirst();
    }

    private static String label(PerformerDirection d) {
        return String.join(", ", Caption.performer(d));
    }

    private static Posture after(ActionKind kind, Posture before) {
        return switch (kind) {
            case SIT_DOWN -> Posture.SITTING;
            case STAND_UP, WALK, RUN, ENTER, APPROACH -> Posture.STANDING;
            default -> before;
        };
    }

    private int frames(double seconds) {
        return (int) Math.min(shot.frames(), Math.ceil(seconds / shot.rate().frameSeconds()));
    }

    private double seconds(Action a) {
        return a.kind() == ActionKind.EXIT ? LEAVING : body.seconds(a);
    }

    /// Actions run together unless one waits for the other.
    private double length(List<Action> actions) {
        double done = 0;
        double longest = 0;
        for (Action a : actions) {
            double start = a.then() && Double.isFinite(longest) ? longest : done;
            longest = Math.max(longest, start + seconds(a));
            done = start;
        }
        return longest;
    }

    /// How much of the shortest-lived action there is time for before an order ends it; endless ones are never short.
    private double share(List<Action> actions, int k, String name) {
        double least = 1;
        for (Action a : actions) {
            double needed = body.seconds(a);
            if (Double.isFinite(needed) && needed > 0) {
                least = Math.min(
                        least, (ended(a, k, name) - from(k)) * shot.rate().frameSeconds() / needed);
            }
        }
        return least;
    }

    private int ended(Action a, int k, String name) {
        for (int n = k + 1; n < keyframes().size(); n++) {
            if (told(n, name).stream()
                    .flatMap(d -> d.actions().stream())
                    .anyMatch(b -> body.compete(a.kind(), b.kind()))) {
                return from(n);
            }
        }
        return shot.frames();
    }

    private void light() {
        for (int k = 0; k < keyframes().size(); ) {
            int next = k + 1;
            while (next < keyframes().size() && keyframes().get(next).light().equals(LightDirection.NONE)) {
                next++;
            }
            LightDirection l = keyframes().get(k).light();
            String label = Caption.light(l);
            add("light", from(k), from(next), Kind.HOLD, label.isEmpty() ? "as before" : label, origin(k, "light"), 1);
            k = next;
        }
    }

    private void set() {
        SetKind set = shot.set();
        int from = 0;
        Origin origin = origin();
        for (int k = 1; k < keyframes().size(); k++) {
            Optional<SetKind> change = keyframes().get(k).set();
            if (change.isPresent() && change.get() != set) {
                add("set", from, from(k), Kind.HOLD, Names.words(set), origin, 1);
                set = change.get();
                from = from(k);
                origin = origin(k, "set");
            }
        }
        add("set", from, shot.frames(), Kind.HOLD, Names.words(set), origin, 1);
    }

    /// The first mention of the place counts from the start, wherever it stands.
    private Origin origin() {
        for (int k = 0; k < keyframes().size(); k++) {
            Origin o = origin(k, "set");
            if (o != Origin.FIELD) {
                return o;
            }
        }
        return Origin.FIELD;
    }
}
