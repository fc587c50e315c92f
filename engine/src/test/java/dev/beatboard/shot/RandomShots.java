package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Shots of every kind, the same ones for the same seed.
final class RandomShots {

    private static final List<String> WORDS = List.of(
            "close-up", "\"quoted\"", "a: b", "# no comment", "café", "איש", "🎬", "- dash", "{", "line\nbreak");

    private final SplittableRandom random;

    RandomShots(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Shot next() {
        FrameRate rate = one(FrameRate.KNOWN);
        Time duration = new Time(1 + random.nextInt(20_000), 1000);
        List<Performer> cast = new ArrayList<>();
        for (String name : List.of("Anna", "Ben", "camera", "left").subList(0, random.nextInt(5))) {
            cast.add(performer(name));
        }
        TreeSet<Integer> frames = new TreeSet<>();
        for (int i = random.nextInt(16); i >= 0; i--) {
            frames.add(random.nextInt(rate.framesIn(duration)));
        }
        List<Keyframe> keyframes = new ArrayList<>();
        frames.forEach(n -> keyframes.add(keyframe(rate.timeOf(n), cast)));
        return new Shot(
                one(WORDS).replace("\n", " "),
                duration,
                rate,
                2 * (32 + random.nextInt(96)),
                2 * (32 + random.nextInt(96)),
                random.nextLong(),
                one(SetKind.values()),
                cast,
                keyframes);
    }

    private Performer performer(String name) {
        List<Performer.Garment> wardrobe = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            wardrobe.add(new Performer.Garment(one(GarmentKind.values()), maybe(this::color)));
        }
        return new Performer(
                name,
                random.nextBoolean() ? "" : words(),
                one(Sex.values()),
                6 + random.nextInt(85),
                one(Build.values()),
                one(Stature.values()),
                one(Heritage.values()),
                new Performer.Hair(one(HairStyle.values()), maybe(this::color), one(FacialHair.values())),
                wardrobe);
    }

    private Keyframe keyframe(Time at, List<Performer> cast) {
        List<PerformerDirection> directions = new ArrayList<>();
        for (Performer p : cast) {
            if (random.nextBoolean()) {
                directions.add(direction(p.name(), cast));
            }
        }
        return new Keyframe(
                at,
                random.nextInt(4) == 0 ? "" : words(),
                camera(cast),
                directions,
                new LightDirection(
                        maybe(() -> one(Lighting.values())),
                        maybe(() -> one(Direction.values())),
                        maybe(() -> 1000.0 + random.nextInt(19000)),
                        random.nextBoolean() ? 0 : random.nextDouble(-6, 6),
                        maybe(() -> lens())),
                maybe(() -> one(SetKind.values())),
                maybe(() -> "ref.png"),
                maybe(() -> one(Anchor.values())),
                maybe(() -> one(CameraEase.values())));
    }

    private CameraDirection camera(List<Performer> cast) {
        List<Target> subjects = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            subjects.add(target(cast));
        }
        return new CameraDirection(
                maybe(() -> one(ShotSize.values())),
                maybe(() -> one(Composition.values())),
                subjects,
                cast.isEmpty() ? Optional.empty() : maybe(() -> cast.getFirst().name()),
                maybe(() -> one(CameraAngle.values())),
                maybe(() -> one(CameraSide.values())),
                maybe(() -> random.nextDouble(8, 600)),
                maybe(() -> 2.8),
                random.nextBoolean(),
                maybe(() -> one(CameraSupport.values())),
                maybe(() -> new CameraDirection.Move(
                        one(CameraMoveKind.values()), one(Pace.values()), maybe(() -> random.nextDouble(0, 360)))),
                one(Transition.values()),
                maybe(() -> lens()));
    }

    private Mark lens() {
        return new Mark(
                random.nextDouble(-9, 9),
                maybe(() -> random.nextDouble(0, 3)),
                random.nextDouble(-9, 9),
                Optional.empty());
    }

    private PerformerDirection direction(String name, List<Performer> cast) {
        List<Action> actions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            actions.add(new Action(
                    one(ActionKind.values()),
                    maybe(() -> one(Side.values())),
                    maybe(() -> target(cast)),
                    one(Pace.values()),
                    one(Anchor.values()),
                    maybe(this::words),
                    random.nextBoolean(),
                    random.nextBoolean()));
        }
        return new PerformerDirection(
                name,
                maybe(() -> one(Posture.values())),
                maybe(() -> new PerformerDirection.Place(one(PerformerDirection.Relation.values()), target(cast))),
                maybe(() -> target(cast)),
                maybe(() -> one(Expression.values())),
                maybe(() -> new Mark(
                        random.nextDouble(-9, 9),
                        Optional.empty(),
                        random.nextDouble(-9, 9),
                        maybe(() -> random.nextDouble(-180, 180)))),
                actions);
    }

    private Target target(List<Performer> cast) {
        return switch (random.nextInt(cast.isEmpty() ? 4 : 5)) {
            case 0 -> new Target.Camera();
            case 1 -> new Target.Everyone();
            case 2 -> new Target.Thing(one(List.of("door", "camera", "left", "coffee machine")));
            case 3 -> new Target.Toward(one(Direction.values()), random.nextBoolean());
            default -> new Target.Person(one(cast).name());
        };
    }

    private NamedColor color() {
        return new NamedColor("navy", random.nextInt(1 << 24));
    }

    private String words() {
        return one(WORDS) + " " + one(WORDS);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
