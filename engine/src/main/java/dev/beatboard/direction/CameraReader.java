package dev.beatboard.direction;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads framing, lens, support, moves and cuts.
final class CameraReader {

    private static final List<String> OPENINGS = List.of("fisheye", "anamorphic");

    private final Script s;
    private final Notes.Camera camera;
    private boolean pan;
    private boolean orbit;
    private @Nullable Item profile;

    CameraReader(Script s) {
        this.s = s;
        this.camera = s.notes.camera;
    }

    private void framed() {
        s.framing = !s.second;
        s.verbSeen = false;
        s.last = Script.Last.CAMERA;
        s.softBreak();
    }

    void size(Item item, Entry e) {
        ShotSize size = ShotSize.valueOf(e.value());
        if (s.beyond(Slot.LENS_WORD) instanceof Item next
                && (item.word("wide") || item.word("medium"))
                && (next.number() || next.is(Slot.LENS_NOUN))
                && camera.size != null) {
            s.ledger.ignored(item, "the focal length says it");
            return;
        }
        if (camera.size != null && camera.size != size) {
            s.ledger.ignored(item, "another size was named first");
            s.second = true;
            s.warn(
                    "conflict",
                    item,
                    "Two shot sizes in one keyframe: \"" + Names.words(camera.size) + "\" counts; put \""
                            + s.ledger.text(item) + "\" into a keyframe of its own");
        } else {
            camera.size = size;
            s.ledger.used(item, "camera.size", Names.of(size), "the size of the shot");
        }
        framed();
    }

    void composition(Item item, Entry e) {
        Composition c = Composition.valueOf(e.value());
        if (camera.composition != null && camera.composition != c && c != Composition.SINGLE) {
            s.ledger.ignored(item, "another framing was named first");
        } else {
            camera.composition = c;
            s.ledger.used(item, "camera.composition", Names.of(c), "what the frame is built around");
        }
        if (c == Composition.INSERT || c == Composition.POINT_OF_VIEW) {
            camera.transition = Transition.CUT;
        }
        framed();
        if (c == Composition.OVER_SHOULDER && (item.first().is("over"))) {
            owner(item);
        }
    }

    /// "Over Tom's shoulder" where nobody does anything over it.
    boolean shoulderAhead() {
        for (int i = s.at + 1; i < Math.min(s.items.size(), s.at + 7) && s.open.isEmpty(); i++) {
            Item x = s.items.get(i);
            if (x.word("'s") && s.items.get(i - 1).any(Slot.NAME, Slot.PERSON)) {
                boolean shoulder = i + 1 < s.items.size() && s.items.get(i + 1).word("shoulder");
                if (shoulder) {
                    s.ledger.used(x, "camera.composition", "over-shoulder", "whose shoulder it is");
                    s.ledger.used(
                            s.items.get(i + 1), "camera.composition", "over-shoulder", "past what the lens looks");
                }
                return shoulder;
            }
        }
        return false;
    }

    /// "Over his shoulder": whose.
    private void owner(Item item) {
        boolean his = s.ledger.text(item).toLowerCase(java.util.Locale.ROOT).contains("his");
        boolean her = s.ledger.text(item).toLowerCase(java.util.Locale.ROOT).contains("her");
        if (his || her) {
            s.company
                    .pronoun(his ? dev.beatboard.shot.Sex.MALE : dev.beatboard.shot.Sex.FEMALE, List.of())
                    .ifPresent(f -> camera.foreground = f.role().name);
        }
    }

    void shot(Item item) {
        if (camera.size == null && camera.composition == null && camera.angle == null && !s.framing) {
            s.ledger.used(item, "camera.subjects", "", "frames what follows");
        } else {
            s.ledger.ignored(item, "names a shot without saying more");
        }
        if (item.word("frame") || item.word("view")) {
            return;
        }
        framed();
    }

    void face(Item item) {
        s.ledger.ignored(item, "what the size already frames");
        if (s.described.isEmpty()
                && s.framedNow().isEmpty()
                && s.framing
                && !s.whose(item).isEmpty()) {
            List<Role> who = s.whose(item);
            s.ledger.used(item, "camera.subjects", Script.names(who), "who is framed");
            who.forEach(r -> s.frame(new Target.Person(r.name)));
        }
    }

    void angle(Item item, Entry e) {
        CameraAngle a = CameraAngle.valueOf(e.value());
        if (camera.angle != null && camera.angle != a) {
            s.ledger.ignored(item, "another angle was named first");
            s.warn("conflict", item, "Two camera angles in one keyframe: the first counts");
        } else {
            camera.angle = a;
            s.ledger.used(item, "camera.angle", Names.of(a), "the height of the lens");
        }
        framed();
    }

    void side(Item item, Entry e) {
        boolean either = e.value().equals("PROFILE");
        camera.side = either ? CameraSide.PROFILE_LEFT : CameraSide.valueOf(e.value());
        profile = either ? item : null;
        s.ledger.used(item, "camera.side", Names.of(camera.side), "from where the lens looks");
        framed();
    }

    void lensWord(Item item, Entry e) {
        double mm = Double.parseDouble(e.value());
        if (camera.lens != null) {
            s.ledger.ignored(item, "the focal length in millimeters counts");
            return;
        }
        Item next = s.beyond(Slot.LENS_NOUN);
        Item after = s.peek(1);
        if (next != null && next.number() && after == next) {
            s.ledger.ignored(item, "the focal length in millimeters counts");
            return;
        }
        camera.lens = mm;
        s.ledger.used(item, "camera.lens", e.value() + " mm", "a lens by its kind");
        if (OPENINGS.stream().anyMatch(e.phrase()::startsWith)) {
            s.warn(
                    "substituted",
                    item,
                    "\"" + s.ledger.text(item) + "\" lenses are not built: a plain " + e.value() + " mm is used");
        }
    }

    void lens(Item item, Item unit, double mm) {
        double clamped = Math.clamp(mm, 8, 400);
        camera.lens = clamped;
        s.ledger.used(item, "camera.lens", number(clamped) + " mm", "focal length");
        s.ledger.used(unit, "camera.lens", "mm", "unit of the number before it");
        if (clamped != mm) {
            s.warn("out-of-range", item, "Focal lengths go from 8 to 400 mm: " + number(clamped) + " is used");
        }
        s.last = Script.Last.CAMERA;
    }

    void aperture(Item item, double f) {
        camera.fNumber = Math.clamp(f, 0.95, 32);
        s.ledger.used(item, "camera.fNumber", "f/" + number(camera.fNumber), "aperture");
    }

    /// "Shallow focus": an aperture, unless an f-number is told.
    void apertureWord(Item item, Entry e) {
        if (camera.fNumber != null || s.items.stream().anyMatch(i -> i.first().kind() == Token.Kind.APERTURE)) {
            s.ledger.ignored(item, "the f-number says it");
        } else {
            aperture(item, Double.parseDouble(e.value()));
        }
    }

    static String number(double d) {
        return d == StrictMath.rint(d) ? Long.toString((long) d) : Double.toString(d);
    }

    void support(Item item, Entry e) {
        CameraSupport support = CameraSupport.valueOf(e.value());
        camera.support = camera.support == null ? support : camera.support;
        s.ledger.used(item, "camera.support", Names.of(support), "what carries the camera");
        if (item.first().is("camera") || support == CameraSupport.STEADICAM || support == CameraSupport.DRONE) {
            s.cameraActs = true;
        }
        s.last = Script.Last.CAMERA;
        if (e.phrase().endsWith("shot")) {
            framed();
        }
    }

    /// The camera as the one who does what follows.
    void camera(Item item) {
        s.ledger.ignored(item, "the next words say what it does");
        s.cameraActs = true;
        s.cameraNamed = true;
        s.verbSeen = false;
        s.last = Script.Last.CAMERA;
        s.softBreak();
    }

    void move(Item item, Entry e) {
        String v = e.value();
        CameraMoveKind kind = switch (v) {
            case "PAN" -> CameraMoveKind.PAN_RIGHT;
            case "WHIP" -> CameraMoveKind.PAN_RIGHT;
            case "WHIP_LEFT" -> CameraMoveKind.PAN_LEFT;
            case "WHIP_RIGHT" -> CameraMoveKind.PAN_RIGHT;
            case "ORBIT" -> CameraMoveKind.ORBIT_RIGHT;
            case "ORBIT_CCW" -> CameraMoveKind.ORBIT_LEFT;
            default -> CameraMoveKind.valueOf(v);
        };
        if (camera.move != null && camera.move != kind) {
            s.ledger.ignored(item, "one move a keyframe: the first counts");
            s.warn(
                    "conflict",
                    item,
                    "Two camera moves in one keyframe: \"" + Names.words(camera.move) + "\" counts; give \""
                            + s.ledger.text(item) + "\" a keyframe of its own");
            s.last = Script.Last.CAMERA;
            s.cameraActs = true;
            return;
        }
        pan = v.equals("PAN") || v.equals("WHIP");
        orbit = v.equals("ORBIT");
        camera.move = kind;
        if (v.startsWith("WHIP") || e.phrase().startsWith("crash") || e.phrase().startsWith("snap")) {
            camera.pace = Pace.FAST;
        }
        for (int i : item.skipped()) {
            switch (s.wordAt(i)) {
                case "slowly", "gently", "smoothly", "gradually", "softly" -> camera.pace = Pace.SLOW;
                case "quickly" -> camera.pace = Pace.BRISK;
                default -> {}
            }
        }
        s.ledger.used(item, "camera.move", Names.of(kind), "a camera move that begins here");
        if (s.pace != null && s.paceItem != null) {
            camera.pace = s.pace;
            s.ledger.used(s.paceItem, "camera.pace", Names.of(s.pace), "how quickly the camera moves");
            s.pace = null;
            s.paceItem = null;
        }
        s.last = Script.Last.MOVE;
        s.verbSeen = false;
        s.framing = false;
        s.cameraActs = true;
        s.softBreak();
    }

    /// What the camera does by a verb that people have too: "remains still", "turns right", "approaching the door".
    void acts(Item item, Entry e) {
        CameraMoveKind kind = switch (e.value()) {
            case "APPROACH" -> CameraMoveKind.PUSH_IN;
            case "WALK", "RUN", "ENTER" -> CameraMoveKind.FORWARD;
            case "TURN" -> CameraMoveKind.PAN_RIGHT;
            case "STOP", "WAIT" -> CameraMoveKind.NONE;
            default -> null;
        };
        if (kind == null) {
            s.ledger.ignored(item, "where the lens looks");
            framed();
        } else if (kind == CameraMoveKind.NONE && s.keyframe == 0 && camera.move == null) {
            support(item, new Entry(Slot.SUPPORT, CameraSupport.STATIC.name(), e.phrase(), false, e.form()));
        } else {
            move(
                    item,
                    new Entry(Slot.MOVE, e.value().equals("TURN") ? "PAN" : kind.name(), e.phrase(), false, e.form()));
        }
    }

    /// "We see", "we look at" frame what follows; "we walk through" is the camera's way.
    void viewer(Item item, Item we) {
        s.ledger.used(we, "viewer", "camera", "the viewer is the camera");
        Optional<Entry> goes = item.as(Slot.ACTION)
                .filter(e -> e.value().equals("WALK")
                        || e.value().equals("ENTER")
                        || e.value().equals("APPROACH"));
        if (goes.isPresent() && camera.move == null) {
            move(
                    item,
                    new Entry(
                            Slot.MOVE,
                            CameraMoveKind.FORWARD.name(),
                            "",
                            false,
                            goes.get().form()));
        } else {
            s.ledger.ignored(item, "where the lens looks");
            framed();
        }
    }

    /// A direction after a move that needs one.
    boolean direction(Item item, Direction d) {
        boolean clock = orbit && item.first().key().endsWith("clockwise");
        if (camera.move == null || s.last != Script.Last.MOVE && !clock) {
            return false;
        }
        boolean left = d == Direction.LEFT;
        CameraMoveKind turned = switch (camera.move) {
            case PAN_LEFT, PAN_RIGHT -> sided(d, CameraMoveKind.PAN_LEFT, CameraMoveKind.PAN_RIGHT);
            case ORBIT_LEFT, ORBIT_RIGHT -> sided(d, CameraMoveKind.ORBIT_LEFT, CameraMoveKind.ORBIT_RIGHT);
            case TRUCK_LEFT, TRUCK_RIGHT -> sided(d, CameraMoveKind.TRUCK_LEFT, CameraMoveKind.TRUCK_RIGHT);
            case FORWARD ->
                switch (d) {
                    case FORWARD -> CameraMoveKind.FORWARD;
                    case LEFT -> CameraMoveKind.TRUCK_LEFT;
                    case RIGHT -> CameraMoveKind.TRUCK_RIGHT;
                    case UP -> CameraMoveKind.PEDESTAL_UP;
                    case DOWN -> CameraMoveKind.PEDESTAL_DOWN;
                    case BACK, AWAY -> CameraMoveKind.PULL_OUT;
                    default -> null;
                };
            default -> null;
        };
        if (turned == null) {
            s.ledger.ignored(item, "this move has no such direction");
            return true;
        }
        if (turned == camera.move && !pan && !orbit && !(left)) {
            s.ledger.ignored(item, "the move says it already");
            return true;
        }
        camera.move = turned;
        s.ledger.used(item, "camera.move", Names.of(turned), "which way");
        return true;
    }

    private static @Nullable CameraMoveKind sided(Direction d, CameraMoveKind left, CameraMoveKind right) {
        return d == Direction.LEFT ? left : d == Direction.RIGHT ? right : null;
    }

    boolean pace(Item item, Pace pace) {
        if (camera.move == null || camera.pace != null) {
            return false;
        }
        camera.pace = pace;
        s.ledger.used(item, "camera.pace", Names.of(pace), "how quickly the camera moves");
        return true;
    }

    void degrees(Item item, Item unit, double degrees) {
        camera.degrees = Math.clamp(degrees, 1, 720);
        s.ledger.used(item, "camera.degrees", number(camera.degrees), "how far the camera goes round or turns");
        s.ledger.used(unit, "camera.degrees", "degrees", "unit of the number before it");
    }

    void cut(Item item, Entry e) {
        boolean told = camera.size != null || camera.composition != null || camera.move != null;
        Item next = s.peek(1);
        boolean goesOn =
                e.phrase().contains("cut") && next != null && next.first().kind() != Token.Kind.SIGN;
        if (told && goesOn) {
            s.ledger.ignored(item, "a keyframe is one set-up: the first counts");
            s.warn(
                    "conflict",
                    item,
                    "A cut inside a keyframe: put what follows \"" + s.ledger.text(item)
                            + "\" into a keyframe of its own, at the time of the cut");
            s.second = true;
            return;
        }
        camera.transition = Transition.CUT;
        s.ledger.used(item, "camera.transition", "cut", "a cut on this frame");
        s.reverse |= e.value().equals("REVERSE");
        if (s.reverse && camera.composition == null && s.memory.composition == Composition.OVER_SHOULDER) {
            camera.composition = Composition.OVER_SHOULDER;
        }
        framed();
    }

    /// "From the side" of somebody who crosses the picture to the right is from their right.
    private void profile() {
        if (profile == null) {
            return;
        }
        boolean right = s.notes.cast.values().stream()
                .flatMap(a -> a.deeds.stream())
                .anyMatch(d -> goes(d.kind)
                        && d.target instanceof Target.Toward t
                        && !t.own()
                        && t.direction() == (d.kind == ActionKind.ENTER ? Direction.LEFT : Direction.RIGHT));
        camera.side = right ? CameraSide.PROFILE_RIGHT : CameraSide.PROFILE_LEFT;
        s.ledger.used(profile, "camera.side", Names.of(camera.side), "from where the lens looks");
    }

    private static boolean goes(ActionKind kind) {
        return kind == ActionKind.WALK || kind == ActionKind.RUN || kind == ActionKind.ENTER || kind == ActionKind.EXIT;
    }

    /// What a reverse and an over-the-shoulder shot leave unsaid: the other person.
    void close() {
        profile();
        List<Role> framed = s.framedNow();
        boolean ots = camera.composition == Composition.OVER_SHOULDER;
        if (s.reverse) {
            if (framed.isEmpty()) {
                s.company.met().stream()
                        .filter(r -> !s.memory.framed.contains(r))
                        .findFirst()
                        .ifPresent(r -> s.frame(new Target.Person(r.name)));
            }
            framed = s.framedNow();
        }
        if (ots && camera.foreground == null && framed.size() == 1) {
            Role seen = framed.getFirst();
            s.company.met().stream().filter(r -> r != seen).findFirst().ifPresent(r -> camera.foreground = r.name);
        } else if (ots && camera.foreground != null && framed.isEmpty()) {
            s.company.met().stream()
                    .filter(r -> !r.name.equals(camera.foreground))
                    .findFirst()
                    .ifPresent(r -> s.frame(new Target.Person(r.name)));
        }
        if (ots && camera.foreground != null) {
            camera.subjects.remove(new Target.Person(camera.foreground));
        }
        int least = camera.composition == Composition.TWO_SHOT ? 2 : camera.composition == Composition.GROUP ? 3 : 0;
        if (framed.size() < least) {
            camera.subjects.clear();
            if (s.company.met().size() == least) {
                s.company.met().forEach(r -> s.frame(new Target.Person(r.name)));
            }
        }
        s.memory.composition =
                camera.composition != null ? camera.composition : camera.size != null ? null : s.memory.composition;
    }
}
