package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.FacialHair;
import dev.beatboard.shot.Performer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Gives performers their bodies: shape, skin, face, hair and clothes.
public final class Casting {

    /// Hair whose fringe hangs before an eye as it comes.
    private static final Set<String> SWEPT = Set.of("short03", "bob01", "bob02", "Braid01");

    private static final long DRAW = 45;

    /// How much lighter or darker than its heritage's skin a person's may be.
    private static final double TONES = 0.12;

    private static final Rgb IVORY = Rgb.ofSrgb(0xd8d2c4);

    /// Hair longer than this takes more layers, meters.
    private static final double THICK = 0.015;

    private static final double BRIM = -0.014;

    private Casting() {}

    /// A whole cast; nobody in it shares a garment of the same hue with another unless both were asked for.
    public static Cast castAll(List<Performer> performers, long seed, People people) {
        return castAll(performers, seed, new Troupe(people));
    }

    /// The same with the actors that a troupe has.
    public static Cast castAll(List<Performer> performers, long seed, Troupe troupe) {
        List<CastNote> notes = new ArrayList<>();
        Outfits outfits = new Outfits(seed, notes);
        performers.forEach(outfits::reserve);
        List<List<Worn>> worn = new ArrayList<>();
        for (int i = 0; i < performers.size(); i++) {
            worn.add(outfits.choose(performers.get(i), i));
        }
        List<Actor> actors = IntStream.range(0, performers.size())
                .parallel()
                .mapToObj(i -> troupe.dressed(new Troupe.Role(performers.get(i), i, seed, worn.get(i))))
                .toList();
        return new Cast(actors, notes);
    }

    /// One performer alone, as number `index` of the cast.
    public static Actor cast(Performer performer, int index, long seed, People people) {
        Outfits outfits = new Outfits(seed, new ArrayList<>());
        outfits.reserve(performer);
        return dressed(new Troupe.Role(performer, index, seed, outfits.choose(performer, index)), people);
    }

    static Actor dressed(Troupe.Role role, People people) {
        Performer p = role.performer();
        int index = role.index();
        long seed = role.seed();
        Map<String, Double> shape = BodyShape.of(p, seed, index, people);
        Figure figure = Figure.of(people, shape);
        Face face = Face.of(p, index, seed);
        List<Item> items = new ArrayList<>();
        List<Dressing.Fitted> fittings = Dressing.of(role.worn(), people);
        for (Dressing.Fitted f : fittings) {
            items.add(garment(f, people));
        }
        items.addAll(head(p, face, people, hatBrim(fittings, people)));
        boolean[] hidden = new boolean[people.body().count()];
        if (Dressing.legsCovered(fittings, people)) {
            Skirts.hideLegs(hidden, people);
        }
        double ground = Double.MAX_VALUE;
        double crown = -Double.MAX_VALUE;
        float[] body = figure.positions();
        for (int v : people.body().sources()) {
            ground = Math.min(ground, body[3 * v + 1]);
            crown = Math.max(crown, body[3 * v + 1]);
        }
        List<String> credits = new ArrayList<>();
        for (Item item : items) {
            for (int v : item.piece().hides()) {
                hidden[v] |= !Collar.shows(people.body(), v);
            }
            float[] fitted = figure.fit(item.piece());
            if (item.skirt()) {
                Skirts.hide(hidden, fitted, figure);
            }
            for (int i = 1; i < fitted.length; i += 3) {
                ground = Math.min(ground, fitted[i]);
            }
            credits.add(item.piece().credit());
        }
        SurfaceBuilder builder =
                new SurfaceBuilder(people, figure, ground, p.heritage().name().toLowerCase(Locale.ROOT));
        List<SkinnedSurface> surfaces = new ArrayList<>();
        Texture skin = people.texture(face.skin());
        Texture detailed = Skin.of(skin, p, face, seed, index, people);
        Rgb tint = Complexion.tint(skin, p.heritage(), people).times(1 + TONES * Chance.signed(seed, index, DRAW, 0));
        surfaces.add(builder.body(Wear.skin(detailed, tint), hidden));
        for (Item item : items) {
            SkinnedSurface s = builder.piece(item.label(), item.piece(), item.material(), item.skirt());
            if (item.piece().kind() == Piece.Kind.EYES) {
                Piece whole = piece(item.piece().name(), people);
                Cornea.dome(s.rest(), whole, iris(whole, people), eye(figure, people, "eye.L", ground));
                Cornea.dome(s.rest(), whole, iris(whole, people), eye(figure, people, "eye.R", ground));
            }
            if (item.piece().kind() == Piece.Kind.TONGUE) {
                Mouth.tongue(s.rest());
            }
            if (item.piece().kind() == Piece.Kind.TEETH) {
                Mouth.teeth(s.rest());
            }
            if (SWEPT.contains(item.piece().name())) {
                Fringe.sweep(
                        s.rest(),
                        eye(figure, people, "eye.L", ground),
                        eye(figure, people, "eye.R", ground),
                        figure.headScale());
            }
            surfaces.add(s);
        }
        double floor = ground;
        List<Vec3> joints = figure.joints(people).stream()
                .map(j -> new Vec3(j.x(), j.y() - floor, j.z()))
                .toList();
        return new Actor(
                index,
                p,
                people.rig(),
                joints,
                surfaces,
                crown - ground,
                credits.stream().distinct().sorted().toList());
    }

    private static Vec3 eye(Figure figure, People people, String bone, double ground) {
        return figure.joint(people, bone).plus(Vec3.Y, -ground);
    }

    private record Item(String label, Piece piece, Material material, boolean skirt) {}

    private static Item garment(Dressing.Fitted fitted, People people) {
        Worn worn = fitted.worn();
        Piece piece = fitted.piece();
        Texture texture = people.texture(piece.looks().getFirst().texture());
        if (worn.tints().stream().anyMatch(t -> t.dye().cloth())) {
            texture = Finer.twice(texture);
        }
        Texture drawn = texture;
        for (Worn.Tint tint : worn.tints()) {
            texture = tint.dye().over(texture, drawn, piece, Cloth.dyed(tint.srgb()));
        }
        boolean leather = piece.name().startsWith("shoes") || piece.name().equals("glasses");
        Material material = leather ? Wear.leather(worn.label(), texture) : Wear.cloth(worn.label(), texture);
        return new Item(worn.label(), piece, material, worn.skirt());
    }

    /// Above this height on the neutral body there is no room for hair: the brim of a hat.
    private static double hatBrim(List<Dressing.Fitted> fittings, People people) {
        return fittings.stream()
                .filter(f -> f.worn().label().equals("hat"))
                .mapToDouble(f -> Trim.lowest(f.piece(), people) + BRIM)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private static List<Item> head(Performer p, Face face, People people, double hairTop) {
        List<Item> out = new ArrayList<>();
        Piece eyes = piece("HighPolyEyes", people);
        Texture iris = iris(eyes, people);
        Piece clear = Cornea.off(eyes, iris);
        Texture colored = Dye.IRIS.apply(iris, clear, Rgb.ofSrgb(face.eyes()));
        out.add(new Item("eyes", clear, Wear.eyes(colored), false));
        Piece teeth = piece("Teeth_Base", people);
        out.add(new Item("teeth", teeth, Wear.teeth(Dye.ENAMEL.apply(texture(teeth, people), teeth, IVORY)), false));
        Piece tongue = piece("tongue01", people);
        out.add(new Item("tongue", tongue, Wear.tongue(texture(tongue, people)), false));
        Rgb color = Tresses.color(face.hairColor());
        Piece brows = piece(face.brows(), people);
        out.add(new Item("brows", brows, Wear.brows(Lashes.brows(texture(brows, people), brows, p, color)), false));
        Piece lashes = piece(face.lashes(), people);
        out.add(new Item(
                "lashes", lashes, Wear.lashes(Lashes.of(texture(lashes, people), lashes, p, color, people)), false));
        FacialHair cut = p.hair().face();
        if (cut != FacialHair.NONE && cut != FacialHair.STUBBLE) {
            Beard beard = new Beard(cut);
            Fuzz.Coat coat = Fuzz.of(
                    "beard", beard, 6, 1024, 512, beard.length(), 0.5, color.times(0.9), people, lashes.credit());
            out.add(new Item("beard", coat.piece(), Wear.fuzz(coat.texture()), false));
        }
        if (face.crop() > 0) {
            int layers = face.crop() > THICK ? 11 : 6;
            Fuzz.Coat coat =
                    Fuzz.of("crop", new Crop(), layers, 768, 768, face.crop(), 0, color, people, lashes.credit());
            Piece hair = Trim.below(coat.piece(), people, hairTop);
            out.add(new Item("hair", hair, Wear.fuzz(coat.texture()), false));
        }
        if (face.hair().isPresent()) {
            Piece hair = Trim.below(piece(face.hair().get(), people), people, hairTop);
            out.add(new Item(
                    "hair",
                    hair,
                    Wear.hair(Hairline.soften(Dye.HAIR.apply(texture(hair, people), hair, color), hair, people)),
                    false));
        }
        return out;
    }

    /// The eyes' picture before it is colored.
    private static Texture iris(Piece eyes, People people) {
        return people.texture(eyes.looks().stream()
                .filter(l -> l.name().equals("brown"))
                .findFirst()
                .orElse(eyes.looks().getFirst())
                .texture());
    }

    private static Piece piece(String name, People people) {
        return people.piece(name)
                .orElseThrow(() -> new IllegalStateException("The people pack has no \"" + name + "\""));
    }

    private static Texture texture(Piece piece, People people) {
        return people.texture(piece.looks().getFirst().texture());
    }
}
