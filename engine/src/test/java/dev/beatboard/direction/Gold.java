package dev.beatboard.direction;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.Transition;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Prompts with the slots that a careful reader fills from them, as in `paraphrases.tsv` and `fresh.tsv`.
record Gold(String example, List<String> prompts, List<String> slots) {

    /// How many slots and how many prompts of a file are wholly right.
    record Score(int prompts, int whole, int slots, int right) {

        static Score of(List<Gold> all) {
            List<List<String>> wrong = all.stream().map(g -> g.wrong(g.read())).toList();
            int slots = all.stream().mapToInt(g -> g.slots().size()).sum();
            return new Score(
                    all.size(),
                    (int) wrong.stream().filter(List::isEmpty).count(),
                    slots,
                    slots - wrong.stream().mapToInt(List::size).sum());
        }
    }

    static List<Gold> paraphrases() throws IOException {
        return all("paraphrases.tsv");
    }

    static List<Gold> fresh() throws IOException {
        return all("fresh.tsv");
    }

    static List<Gold> second() throws IOException {
        return all("second.tsv");
    }

    static List<Gold> third() throws IOException {
        return all("third.tsv");
    }

    static List<Gold> all(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Gold.class.getResourceAsStream(file))) {
            List<Gold> out = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    String[] c = line.split("\t");
                    out.add(new Gold(c[0], List.of(c[1].split(" \\|\\| ")), List.of(c[2].split(";"))));
                }
            }
            return out;
        }
    }

    static ShotDraft draft(List<String> prompts) {
        List<Keyframe> keyframes = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            keyframes.add(Keyframe.words(Time.seconds(i), prompts.get(i)));
        }
        return new ShotDraft(
                "test", Time.seconds(20), FrameRate.FILM, 1920, 1080, 1, Optional.empty(), List.of(), keyframes);
    }

    /// What a resolved shot file holds when it is read again.
    static ShotDraft resolved(Shot s) {
        return new ShotDraft(
                s.title(),
                s.duration(),
                s.rate(),
                s.width(),
                s.height(),
                s.seed(),
                Optional.of(s.set()),
                s.cast().stream()
                        .map(p -> new ShotDraft.CastEntry(p.name(), Optional.empty(), Optional.empty(), Optional.of(p)))
                        .toList(),
                s.keyframes());
    }

    /// The shot without its words.
    static Shot bare(Shot s) {
        return new Shot(
                s.title(),
                s.duration(),
                s.rate(),
                s.width(),
                s.height(),
                s.seed(),
                s.set(),
                s.cast().stream()
                        .map(p -> new Performer(
                                p.name(),
                                "",
                                p.sex(),
                                p.age(),
                                p.build(),
                                p.stature(),
                                p.heritage(),
                                p.hair(),
                                p.wardrobe()))
                        .toList(),
                s.keyframes().stream()
                        .map(k -> new Keyframe(
                                k.at(), "", k.camera(), k.cast(), k.light(), k.set(), k.image(), k.anchor(), k.ease()))
                        .toList());
    }

    Understanding read() {
        return Interpreter.understand(draft(prompts));
    }

    /// The slots that are not as they should be.
    List<String> wrong(Understanding u) {
        return slots.stream().filter(s -> !asked(s, u)).toList();
    }

    /// A slot with a leading `!` must not hold; of values with `|` between them one has to.
    private static boolean asked(String slot, Understanding u) {
        if (slot.startsWith("!")) {
            return !asked(slot.substring(1), u);
        }
        int eq = slot.indexOf('=');
        return Stream.of(slot.substring(eq + 1).split("\\|")).anyMatch(v -> holds(slot.substring(0, eq), v, u));
    }

    private static boolean holds(String name, String value, Understanding u) {
        Shot shot = u.shot();
        if (name.equals("warn")) {
            return u.warnings().stream().anyMatch(w -> w.code().equals(value));
        }
        if (name.equals("set")) {
            return shot.set().name().equals(value);
        }
        if (name.equals("cast")) {
            return shot.cast().size() == Integer.parseInt(value);
        }
        String[] p = name.split("\\.");
        if (!Character.isDigit(p[0].charAt(0))) {
            return people(p[0], shot).stream().anyMatch(x -> looks(p[1], value, x));
        }
        Keyframe k = shot.keyframes().get(Integer.parseInt(p[0]));
        if (p.length == 2 || p[1].equals("move")) {
            return camera(p.length == 3 ? "move." + p[2] : p[1], value, k);
        }
        if (p[1].equals("*")) {
            return k.cast().stream().anyMatch(d -> acts(p[2], value, d));
        }
        List<String> names = people(p[1], shot).stream().map(Performer::name).toList();
        return k.cast().stream().filter(d -> names.contains(d.name())).anyMatch(d -> acts(p[2], value, d));
    }

    private static List<Performer> people(String who, Shot shot) {
        if (who.equals("*")) {
            return shot.cast();
        }
        if (who.matches("p\\d")) {
            int i = who.charAt(1) - '1';
            return i < shot.cast().size() ? List.of(shot.cast().get(i)) : List.of();
        }
        return shot.cast().stream().filter(x -> x.name().equals(who)).toList();
    }

    private static boolean looks(String slot, String value, Performer p) {
        String[] v = value.split("/");
        return switch (slot) {
            case "sex" -> p.sex().name().equals(value);
            case "name" -> p.name().equals(value);
            case "age" -> p.age() == Integer.parseInt(value);
            case "build" -> p.build().name().equals(value);
            case "stature" -> p.stature().name().equals(value);
            case "heritage" -> p.heritage().name().equals(value);
            case "hair" ->
                (v[0].equals("*") || p.hair().style().name().equals(v[0]))
                        && (v.length < 2
                                || p.hair()
                                        .color()
                                        .map(NamedColor::name)
                                        .orElse("")
                                        .equals(v[1]));
            case "wears" ->
                p.wardrobe().stream()
                        .anyMatch(g -> g.kind().name().equals(v[0])
                                && (v.length < 2
                                        || g.color()
                                                .map(NamedColor::name)
                                                .orElse("")
                                                .equals(v[1])));
            default -> throw new IllegalArgumentException(slot);
        };
    }

    private static boolean camera(String slot, String value, Keyframe k) {
        CameraDirection c = k.camera();
        return switch (slot) {
            case "size" -> is(c.size(), value);
            case "comp" -> is(c.composition(), value);
            case "angle" -> is(c.angle(), value);
            case "side" -> c.side().filter(x -> x.name().startsWith(value)).isPresent();
            case "support" -> is(c.support(), value);
            case "lens" -> c.lens().filter(l -> l == Double.parseDouble(value)).isPresent();
            case "aperture" ->
                c.fNumber().filter(l -> l == Double.parseDouble(value)).isPresent();
            case "dutch" -> c.dutch() == Boolean.parseBoolean(value);
            case "cut" -> c.transition() == Transition.CUT;
            case "move" ->
                c.move().filter(m -> m.kind().name().startsWith(value)).isPresent();
            case "move.pace" ->
                c.move().filter(m -> m.pace().name().equals(value)).isPresent();
            case "move.degrees" ->
                c.move()
                        .flatMap(CameraDirection.Move::degrees)
                        .filter(d -> d == Double.parseDouble(value))
                        .isPresent();
            case "about" ->
                c.subjects().stream().anyMatch(t -> Describe.target(t).equals(value));
            case "over" -> c.foreground().filter(value::equals).isPresent();
            case "light" -> is(k.light().lighting(), value);
            case "from" -> is(k.light().from(), value);
            default -> throw new IllegalArgumentException(slot);
        };
    }

    private static boolean is(Optional<? extends Enum<?>> e, String value) {
        return e.filter(x -> x.name().equals(value)).isPresent();
    }

    private static boolean acts(String slot, String value, PerformerDirection d) {
        return switch (slot) {
            case "posture" -> is(d.posture(), value);
            case "face" -> is(d.expression(), value);
            case "gaze" ->
                d.gaze().filter(t -> Describe.target(t).equals(value)).isPresent();
            case "eyes" ->
                acts("gaze", value, d) || acts("act", "LOOK>" + value, d) || acts("act", "GLANCE>" + value, d);
            case "place" ->
                d.place().map(p -> place(p)).filter(p -> p.endsWith(value)).isPresent();
            case "pace" -> d.actions().stream().anyMatch(a -> a.pace().name().equals(value));
            case "starting" -> d.actions().stream().anyMatch(Action::starting);
            case "line" ->
                d.actions().stream()
                        .anyMatch(a -> a.line().filter(value::equals).isPresent());
            case "act" -> d.actions().stream().anyMatch(a -> act(a, value));
            default -> throw new IllegalArgumentException(slot);
        };
    }

    private static String place(PerformerDirection.Place p) {
        return p.relation().name() + ">" + Describe.target(p.target()).toLowerCase(Locale.ROOT);
    }

    private static boolean act(Action a, String value) {
        String rest = value;
        String side = "";
        String target = "";
        if (rest.contains("/")) {
            side = rest.substring(rest.indexOf('/') + 1);
            rest = rest.substring(0, rest.indexOf('/'));
        }
        if (rest.contains(">")) {
            target = rest.substring(rest.indexOf('>') + 1);
            rest = rest.substring(0, rest.indexOf('>'));
        }
        return a.kind().name().equals(rest)
                && (side.isEmpty() || is(a.side(), side))
                && (target.isEmpty()
                        || a.target().map(Describe::target).orElse("").equals(target));
    }

    /// Prints the scores and what is wrong; for tuning by hand.
    public static void main(String[] args) throws IOException {
        for (List<Gold> all : List.of(paraphrases(), fresh(), second(), third(), all("misreads.tsv"))) {
            for (Gold g : all) {
                Understanding u = g.read();
                List<String> wrong = g.wrong(u);
                if (!wrong.isEmpty()) {
                    System.out.println(g.example + ": " + g.prompts + "\n   WRONG " + wrong);
                    u.keyframes().forEach(k -> System.out.println("   " + k.summary()));
                    u.shot().cast().forEach(p -> System.out.println("   " + p.name() + ": " + p.description()));
                }
            }
            System.out.println(Score.of(all));
        }
    }
}
