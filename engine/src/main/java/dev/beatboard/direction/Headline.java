package dev.beatboard.direction;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A keyframe in as few letters as a storyboard card has room for: the most telling that fits, whole words only. What
/// somebody does comes first, with the framing if both fit, then the framing, then light and set.
final class Headline {

    /// The most letters.
    static final int LENGTH = 18;

    private static final String HOLDS = "Holds";

    private Headline() {}

    static String of(Keyframe k, List<Performer> cast, Optional<SetKind> set) {
        List<String> framings = framings(k.camera(), k.cast());
        List<String> acts = acts(k, cast);
        List<String> candidates = new ArrayList<>();
        for (String f : framings) {
            acts.forEach(a -> candidates.add(f + ", " + a));
        }
        candidates.addAll(acts);
        candidates.addAll(framings);
        String light = Caption.light(k.light()).strip();
        if (!light.isEmpty()) {
            candidates.add(light);
        }
        set.ifPresent(s -> candidates.add(Names.words(s)));
        return candidates.stream()
                .filter(c -> c.length() <= LENGTH)
                .findFirst()
                .map(Headline::capital)
                .orElse(HOLDS);
    }

    private static String capital(String s) {
        return s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1);
    }

    /// What is done first, by whom, from the longest way to say it to the shortest.
    private static List<String> acts(Keyframe k, List<Performer> cast) {
        List<String> out = new ArrayList<>();
        for (PerformerDirection d : k.cast()) {
            List<String> does = does(d);
            if (does.isEmpty()) {
                continue;
            }
            long alike = k.cast().stream().filter(o -> does(o).equals(does)).count();
            for (String who : subjects(d, alike, cast)) {
                does.forEach(what -> out.add((who + " " + (alike > 1 ? plural(what) : what)).strip()));
            }
            if (alike <= 1) {
                out.addAll(does);
            }
        }
        return out;
    }

    private static List<String> subjects(PerformerDirection d, long alike, List<Performer> cast) {
        if (alike > 1) {
            return List.of(alike == 2 ? "both" : alike == cast.size() ? "all" : alike + " of them");
        }
        Optional<Performer> p =
                cast.stream().filter(c -> c.name().equals(d.name())).findFirst();
        String pronoun = p.map(c -> c.sex() == Sex.MALE ? "he" : "she").orElse("");
        boolean alone = cast.size() == 1;
        return alone ? List.of(pronoun) : List.of(d.name());
    }

    /// What one performer is told, the most telling thing in all its lengths.
    private static List<String> does(PerformerDirection d) {
        List<String> out = new ArrayList<>();
        for (Action a : d.actions()) {
            String verb = verb(a);
            a.target().map(t -> where(a.kind(), t)).filter(w -> !w.isEmpty()).ifPresent(w -> out.add(verb + " " + w));
            out.add(verb);
        }
        d.expression().ifPresent(e -> out.add(face(e)));
        d.gaze().ifPresent(g -> out.add("looks at " + Describe.target(g)));
        d.posture().ifPresent(p -> out.add(posture(p)));
        return out;
    }

    /// The way of who walks is mostly that of the picture, and seen there.
    private static String where(ActionKind kind, Target t) {
        boolean tells = kind != ActionKind.WALK && kind != ActionKind.RUN;
        return t instanceof Target.Toward w
                ? tells ? Names.words(w.direction()) : ""
                : Caption.leading(kind, t) + Describe.target(t);
    }

    /// In the third person: "walks", "raises right hand". What is a noun already stays as it is.
    private static String verb(Action a) {
        String words = Names.words(a.kind());
        if (a.kind() == ActionKind.RAISE_HAND || a.kind() == ActionKind.LOWER_HAND) {
            words = words.replace(
                    "hand", a.side().map(s -> Names.words(s) + " ").orElse("") + "hand");
        }
        return switch (a.kind()) {
            case HANDS_ON_HIPS,
                    HANDS_IN_POCKETS,
                    HANDS_BEHIND_BACK,
                    STOP_SIGN,
                    THUMBS_UP,
                    HAND_ON_HEART,
                    PHONE_TO_EAR -> words;
            case ENTER -> "walks in";
            case EXIT -> "walks out";
            default -> third(words);
        };
    }

    private static String third(String words) {
        String first = words.split(" ", 2)[0];
        String rest = words.substring(first.length());
        boolean hissing = first.endsWith("ch") || first.endsWith("sh") || first.endsWith("s");
        return first + (hissing ? "es" : "s") + rest;
    }

    /// The same of several: "walk".
    private static String plural(String does) {
        String first = does.split(" ", 2)[0];
        String rest = does.substring(first.length());
        if (first.endsWith("ches") || first.endsWith("shes") || first.endsWith("sses")) {
            return first.substring(0, first.length() - 2) + rest;
        }
        return first.endsWith("s") && !first.equals("hands") && !first.equals("thumbs")
                ? first.substring(0, first.length() - 1) + rest
                : does;
    }

    private static String face(Expression e) {
        return switch (e) {
            case SMILE, WARM_SMILE -> "smiles";
            case GRIN -> "grins";
            case LAUGH -> "laughs";
            case CRY -> "cries";
            case FROWN -> "frowns";
            case SMIRK -> "smirks";
            case EYES_CLOSED -> "closes eyes";
            case NEUTRAL,
                    SAD,
                    ANGRY,
                    SURPRISED,
                    AFRAID,
                    DISGUSTED,
                    SKEPTICAL,
                    DETERMINED,
                    PAINED,
                    THOUGHTFUL,
                    WORRIED,
                    TIRED,
                    CONFIDENT -> "looks " + Names.words(e);
        };
    }

    private static String posture(Posture p) {
        return switch (p) {
            case STANDING -> "stands";
            case SITTING -> "sits";
            case LEANING_FORWARD -> "leans forward";
            case LEANING_BACK -> "leans back";
            case KNEELING -> "kneels";
            case CROUCHING -> "crouches";
            case LYING -> "lies";
        };
    }

    /// What is in the frame, from the longest way to say it to the shortest.
    private static List<String> framings(CameraDirection c, List<PerformerDirection> about) {
        List<String> out = new ArrayList<>();
        String size = c.size()
                .map(s -> switch (s) {
                    case EXTREME_WIDE -> "very wide";
                    case WIDE -> "wide";
                    case FULL -> "full";
                    case MEDIUM_WIDE -> "medium wide";
                    case MEDIUM -> "medium";
                    case MEDIUM_CLOSE_UP -> "medium close";
                    case CLOSE_UP -> "close";
                    case EXTREME_CLOSE_UP -> "very close";
                })
                .orElse("");
        String move = c.move()
                .map(m -> m.kind() == CameraMoveKind.NONE ? "hold" : Names.words(m.kind()))
                .orElse("");
        String group = c.composition()
                .map(k -> switch (k) {
                    case TWO_SHOT -> "two-shot";
                    case GROUP -> "group";
                    case OVER_SHOULDER -> "over shoulder";
                    case INSERT -> "insert";
                    case POINT_OF_VIEW -> "point of view";
                    case SINGLE, PLACE -> "";
                })
                .orElse("");
        if (c.subjects().size() == 1 && !size.isEmpty()) {
            out.add(size + " on " + Describe.target(c.subjects().getFirst()));
        } else if (about.size() == 1 && !size.isEmpty() && group.isEmpty() && size.contains("close")) {
            out.add(size + " on " + about.getFirst().name());
        }
        if (!group.isEmpty() && !size.isEmpty()) {
            out.add(size + " " + group);
        }
        for (String s : List.of(move, group, size)) {
            if (!s.isEmpty()) {
                out.add(s);
            }
        }
        c.angle().ifPresent(a -> out.add(Names.words(a) + " angle"));
        c.lens().ifPresent(l -> out.add(CameraReader.number(l) + " mm"));
        return out;
    }
}
