package dev.beatboard.stage.set;

import dev.beatboard.asset.Prop;
import dev.beatboard.math.Vec3;
import java.util.Optional;

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
        return stage.things().stream()
                .anyMatch(t -> t.noun().equals(noun) || t.noun().endsWith(" " + noun) || noun.endsWith(" " + t.noun()));
    }

    /// Puts the thing on a surface (`table` above 0) or on the floor; whether that could be done.
    boolean bring(String noun, Placing table, Placing floor, boolean library) {
        Optional<Prop> p = library ? stage.find(noun) : Optional.empty();
        if (p.isPresent()) {
            boolean small =
                    p.get().height() < 0.6 && p.get().width() < 0.7 && p.get().depth() < 0.7;
            stage.place(noun, p.get(), small ? table : floor, !small);
            return true;
        }
        switch (noun) {
            case "coffee machine", "espresso machine", "coffee maker" -> smalls.espressoMachine(table);
            case "cup", "mug", "coffee", "coffee cup", "tea" -> smalls.cup(table);
            case "glass", "water", "tumbler" -> smalls.tumbler(table);
            case "laptop", "computer" -> smalls.laptop(table);
            case "monitor" -> smalls.monitor(table);
            case "phone", "smartphone", "mobile phone" -> smalls.phone(table);
            case "book", "books" -> smalls.books(table, noun.equals("book") ? 1 : 3);
            case "notepad", "notebook", "paper", "document", "documents" -> smalls.notepad(table);
            case "bowl", "fruit", "fruit bowl" -> smalls.bowl(table);
            case "vase", "flowers", "flower" -> smalls.vase(table);
            case "plant", "pot plant" -> dressing.plant(floor, 1.4, 77);
            case "lamp", "floor lamp" -> dressing.floorLamp(floor, 1.6, false);
            case "table lamp", "desk lamp" -> dressing.floorLamp(table, 0.42, true);
            case "chair" -> seating.chair(floor, Paints.cloth("seat", 0x4A5663));
            case "sofa", "couch" -> seating.sofa(floor, 2, Paints.cloth("sofa", 0x6B7078));
            case "armchair" -> seating.sofa(floor, 1, Paints.cloth("sofa", 0x6B7078));
            case "bench" -> seating.bench(floor, 1.5, Paints.OAK);
            case "bookshelf", "bookcase", "shelf" -> dressing.bookshelf(floor, 1, 1.8, 5);
            case "table" -> dressing.table("table", floor, 1.2, 0.74, 0.7, Paints.OAK, Paints.OAK);
            case "desk" -> dressing.table("desk", floor, 1.4, 0.74, 0.7, Paints.OAK, Paints.DARK_METAL);
            case "rug" -> dressing.rug(floor, 1.8, 1.2, Paints.RUG);
            case "box", "package", "parcel" ->
                stage.fixture(noun, new Mesh(table).bevelled(Paints.CORK, -0.15, 0, -0.1, 0.15, 0.2, 0.1, 0.004));
            case "ball" ->
                stage.fixture(
                        noun, new Mesh(table).ball(Paints.RED_PLASTIC, new Vec3(0, 0.11, 0), 0.11, 0.11, 0.11, 16));
            default -> {
                return false;
            }
        }
        return true;
    }
}
