package dev.beatboard.stage.set;

import dev.beatboard.asset.Prop;
import dev.beatboard.math.Vec3;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Brings things that the shot names and the set does not have by itself.
final class Supplies {

    private final Stagehand stage;
    private final Dressing dressing;
    private final Smalls smalls;
    private final Seating seating;

    Supplies(Stagehand stage) {
        this.stage = stage;
        this.dressing = new Dressing(stage);
        this.smalls = new Smalls(stage);
        this.seating = new Seating(stage);
    }

    boolean has(String noun) {
        return called(noun).findAny().isPresent();
    }

    /// Whether the set has it by itself, as something that is too large for a plinth.
    boolean hasLarge(String noun) {
        return called(noun).anyMatch(t -> {
            Vec3 size = t.bounds().size();
            return !small(size.y(), size.x(), size.z());
        });
    }

    private Stream<FilmSet.Thing> called(String noun) {
        return stage.things().stream()
                .filter(t -> t.noun().equals(noun) || t.noun().endsWith(" " + noun) || noun.endsWith(" " + t.noun()));
    }

    /// Puts the thing on a surface (`table` above 0) or on the floor; whether that could be done.
    boolean bring(String noun, Placing table, Placing floor) {
        Optional<Piece> piece = piece(noun, true);
        piece.ifPresent(p -> p.stand(p.small() ? table : floor));
        return piece.isPresent();
    }

    /// A thing that can be brought.
    ///
    /// @param small whether it stands on a table rather than on the floor
    record Piece(boolean small, Consumer<Placing> making) {

        void stand(Placing at) {
            making.accept(at);
        }

        private static Optional<Piece> onTable(Consumer<Placing> making) {
            return Optional.of(new Piece(true, making));
        }

        private static Optional<Piece> onFloor(Consumer<Placing> making) {
            return Optional.of(new Piece(false, making));
        }
    }

    private static boolean small(double height, double width, double depth) {
        return height < 0.6 && width < 0.7 && depth < 0.7;
    }

    /// What there is for a noun, not yet placed.
    ///
    /// @param library whether the furniture library is asked first
    Optional<Piece> piece(String noun, boolean library) {
        // The library's only notebook is a computer.
        Optional<Prop> p = library && !noun.equals("notebook") ? stage.find(noun) : Optional.empty();
        if (p.isPresent()) {
            boolean small = small(p.get().height(), p.get().width(), p.get().depth());
            return Optional.of(new Piece(small, at -> stage.place(noun, p.get(), at, !small)));
        }
        return switch (noun) {
            case "coffee machine", "espresso machine", "coffee maker" -> Piece.onTable(smalls::espressoMachine);
            case "cup", "mug", "coffee", "coffee cup", "tea" -> Piece.onTable(smalls::cup);
            case "glass", "water", "tumbler" -> Piece.onTable(smalls::tumbler);
            case "laptop", "computer" -> Piece.onTable(smalls::laptop);
            case "monitor" -> Piece.onTable(smalls::monitor);
            case "phone", "smartphone", "mobile phone" -> Piece.onTable(smalls::phone);
            case "book", "books" -> Piece.onTable(at -> smalls.books(noun, at, noun.equals("book") ? 1 : 3));
            case "notepad", "notebook", "paper", "document", "documents" ->
                Piece.onTable(at -> smalls.notepad(noun, at));
            case "bowl", "fruit", "fruit bowl" -> Piece.onTable(smalls::bowl);
            case "vase", "flowers", "flower" -> Piece.onTable(smalls::vase);
            case "plant", "pot plant" -> Piece.onFloor(at -> dressing.plant(at, 1.4, 77));
            case "lamp", "floor lamp" -> Piece.onFloor(at -> dressing.floorLamp(at, 1.6, false));
            case "table lamp", "desk lamp" -> Piece.onTable(at -> dressing.floorLamp(at, 0.42, true));
            case "chair" -> Piece.onFloor(at -> seating.chair(at, Paints.cloth("seat", 0x4A5663)));
            case "sofa", "couch" -> Piece.onFloor(at -> seating.sofa(at, 2, Paints.cloth("sofa", 0x6B7078)));
            case "armchair" -> Piece.onFloor(at -> seating.sofa(at, 1, Paints.cloth("sofa", 0x6B7078)));
            case "bench" -> Piece.onFloor(at -> seating.bench(at, 1.5, Paints.OAK));
            case "bookshelf", "bookcase", "shelf" -> Piece.onFloor(at -> dressing.bookshelf(at, 1, 1.8, 5));
            case "table" -> Piece.onFloor(at -> dressing.table("table", at, 1.2, 0.74, 0.7, Paints.OAK, Paints.OAK));
            case "desk" ->
                Piece.onFloor(at -> dressing.table("desk", at, 1.4, 0.74, 0.7, Paints.OAK, Paints.DARK_METAL));
            case "rug" -> Piece.onFloor(at -> dressing.rug(at, 1.8, 1.2, Paints.RUG));
            case "box", "package", "parcel" ->
                Piece.onTable(at ->
                        stage.fixture(noun, new Mesh(at).bevelled(Paints.CORK, -0.15, 0, -0.1, 0.15, 0.2, 0.1, 0.004)));
            case "ball" ->
                Piece.onTable(at -> stage.fixture(
                        noun, new Mesh(at).ball(Paints.RED_PLASTIC, new Vec3(0, 0.11, 0), 0.11, 0.11, 0.11, 16)));
            default -> Optional.empty();
        };
    }
}
