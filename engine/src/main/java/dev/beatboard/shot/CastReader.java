package dev.beatboard.shot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cast of a shot file: people described in words, or fully structured as in a resolved shot.
final class CastReader {

    static final List<String> STRUCTURE = List.of("sex", "age", "build", "stature", "heritage", "hair", "wardrobe");
    static final List<String> FIELDS =
            List.of("name", "description", "image", "sex", "age", "build", "stature", "heritage", "hair", "wardrobe");
    static final List<String> HAIR = List.of("style", "color", "face");
    static final List<String> GARMENT = List.of("kind", "color");
    static final List<String> COLOR = List.of("name", "srgb");

    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int MOST_GARMENTS = 16;

    private final Problems problems;
    private final ReferenceImages images;

    CastReader(Problems problems, ReferenceImages images) {
        this.problems = problems;
        this.images = images;
    }

    List<ShotDraft.CastEntry> read(Fields shot) {
        List<Fields.Item> items = shot.items("cast");
        if (items.size() > Shot.MOST_PERFORMERS) {
            shot.bad(
                    "cast",
                    items.size() + " people are listed.",
                    "At most " + Shot.MOST_PERFORMERS + " can act.",
                    "Remove " + (items.size() - Shot.MOST_PERFORMERS) + ".");
        }
        List<ShotDraft.CastEntry> cast = new ArrayList<>();
        items.stream()
                .limit(Shot.MOST_PERFORMERS)
                .forEach(item -> Fields.of(item.node(), item.path(), FIELDS, problems)
                        .flatMap(this::entry)
                        .ifPresent(e -> {
                            if (cast.stream().anyMatch(c -> c.name().equals(e.name()))) {
                                problems.add(
                                        item.path() + ".name",
                                        item.node().place(),
                                        Text.quoted(e.name()) + " is there twice.",
                                        "Each of the cast has a name of their own.",
                                        "Rename one of them.");
                            } else {
                                cast.add(e);
                            }
                        }));
        return cast;
    }

    private Optional<ShotDraft.CastEntry> entry(Fields f) {
        if (!f.has("name")) {
            f.bad("name", "It is missing.", "Each of the cast needs a name.", "");
        }
        Optional<String> name = f.name("name");
        Optional<String> description = f.text("description", LONGEST_DESCRIPTION);
        Optional<String> image = images.check(f, "image");
        Optional<Performer> performer = STRUCTURE.stream().anyMatch(f::has)
                ? name.flatMap(n -> performer(f, n, description.orElse("")))
                : Optional.empty();
        return name.map(n -> new ShotDraft.CastEntry(n, description, image, performer));
    }

    private Optional<Performer> performer(Fields f, String name, String description) {
        List<String> missing =
                STRUCTURE.stream().filter(s -> f.node(s).isEmpty()).toList();
        if (!missing.isEmpty()) {
            problems.add(
                    f.path(missing.getFirst()),
                    f.place(),
                    "Missing: " + String.join(", ", missing) + ".",
                    "A person is either described in words or has all of " + String.join(", ", STRUCTURE) + ".",
                    "Complete the fields, or say it in the description instead.");
            return Optional.empty();
        }
        int before = problems.count();
        Optional<Sex> sex = f.one("sex", Sex.class);
        Optional<Double> age = f.number("age", 6, 90, "");
        Optional<Build> build = f.one("build", Build.class);
        Optional<Stature> stature = f.one("stature", Stature.class);
        Optional<Heritage> heritage = f.one("heritage", Heritage.class);
        Optional<Performer.Hair> hair = f.node("hair").flatMap(n -> hair(n, f.path("hair")));
        List<Performer.Garment> wardrobe = new ArrayList<>();
        List<Fields.Item> items = f.items("wardrobe");
        if (items.size() > MOST_GARMENTS) {
            f.bad("wardrobe", items.size() + " garments are listed.", "At most " + MOST_GARMENTS + " are worn.", "");
        }
        items.stream()
                .limit(MOST_GARMENTS)
                .forEach(i -> garment(i.node(), i.path()).ifPresent(wardrobe::add));
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Performer(
                name,
                description,
                sex.orElseThrow(),
                (int) Math.round(age.orElseThrow()),
                build.orElseThrow(),
                stature.orElseThrow(),
                heritage.orElseThrow(),
                hair.orElseThrow(),
                wardrobe));
    }

    private Optional<Performer.Hair> hair(Node node, String path) {
        if (node instanceof Node.Scalar s) {
            return Fields.one(s, path, HairStyle.class, problems).map(h -> new Performer.Hair(h, Optional.empty()));
        }
        return Fields.of(node, path, HAIR, problems).flatMap(f -> {
            need(f, "style");
            Optional<FacialHair> face = f.has("face") ? f.one("face", FacialHair.class) : Optional.empty();
            return f.one("style", HairStyle.class)
                    .map(h -> new Performer.Hair(h, color(f), face.orElse(FacialHair.NONE)));
        });
    }

    private Optional<Performer.Garment> garment(Node node, String path) {
        if (node instanceof Node.Scalar s) {
            return Fields.one(s, path, GarmentKind.class, problems)
                    .map(k -> new Performer.Garment(k, Optional.empty()));
        }
        return Fields.of(node, path, GARMENT, problems).flatMap(f -> {
            need(f, "kind");
            return f.one("kind", GarmentKind.class).map(k -> new Performer.Garment(k, color(f)));
        });
    }

    /// `"#1f2a44"`, or with what it is called: `{name: navy, srgb: "#1f2a44"}`.
    private Optional<NamedColor> color(Fields f) {
        Optional<Node> node = f.node("color");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Scalar s) {
            return srgb(s, f, "color").map(v -> new NamedColor(s.text().strip(), v));
        }
        return Fields.of(node.get(), f.path("color"), COLOR, problems).flatMap(c -> {
            need(c, "name");
            need(c, "srgb");
            Optional<Integer> value = c.scalar("srgb").flatMap(s -> srgb(s, c, "srgb"));
            return c.name("name").flatMap(n -> value.map(v -> new NamedColor(n, v)));
        });
    }

    private static Optional<Integer> srgb(Node.Scalar s, Fields f, String field) {
        String text = s.text().strip();
        if (text.matches("#[0-9a-fA-F]{6}")) {
            return Optional.of(Integer.parseInt(text.substring(1), 16));
        }
        f.bad(
                field,
                Text.quoted(text) + " is no color value.",
                "A color is written \"#rrggbb\" in quotation marks.",
                "Colors by name belong in the description.");
        return Optional.empty();
    }

    private static void need(Fields f, String name) {
        if (f.node(name).isEmpty()) {
            f.bad(name, "It is missing.", "", "");
        }
    }
}
