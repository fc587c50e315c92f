package dev.beatboard.stage.set;

import dev.beatboard.asset.Props;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.SetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds the set of a kind for what a shot wishes of it. Deterministic: the same wish and library give the same set.
/// Without the furniture library everything is procedural.
public final class SetBuilder {

    private SetBuilder() {}

    public static BuiltSet build(SetKind kind, SetWish wish, Props props) {
        Stagehand stage = new Stagehand(wish, props);
        SetPlan plan = switch (kind) {
            case OFFICE_CORRIDOR -> new CorridorSet(stage).build();
            case OFFICE -> new OfficeSet(stage).build();
            case MEETING_ROOM -> new MeetingRoomSet(stage).build();
            case LIVING_ROOM -> new LivingRoomSet(stage).build();
            case KITCHEN -> new KitchenSet(stage).build();
            case CAFE -> new CafeSet(stage).build();
            case BEDROOM -> new BedroomSet(stage).build();
            case EMPTY_APARTMENT -> new ApartmentSet(stage).build();
            case STUDIO -> new StudioSet(stage).build();
            case STREET_DAY -> new StreetSet(stage, false).build();
            case STREET_NIGHT -> new StreetSet(stage, true).build();
        };
        List<String> missing = supply(stage, plan);
        return new BuiltSet(stage.done(kind, plan.sky(), plan.actingArea()), missing);
    }

    private static List<String> supply(Stagehand stage, SetPlan plan) {
        List<String> missing = new ArrayList<>();
        Supplies supplies = new Supplies(stage);
        // Nobody lifts a fridge: what is large is filmed where it stands.
        stage.wish().hero().filter(noun -> !supplies.hasLarge(noun)).ifPresent(noun -> {
            Optional<Supplies.Piece> piece = supplies.piece(noun, !noun.endsWith("machine"));
            if (piece.isPresent()) {
                Vec3 c = plan.actingArea().center().withY(0);
                double height = piece.get().small() ? plinth(stage, c) : 0;
                piece.get().stand(Placing.at(c.x(), height, c.z()));
            } else if (!supplies.has(noun)) {
                missing.add(noun);
            }
        });
        int i = 0;
        for (String noun : stage.wish().things()) {
            if (supplies.has(noun)) {
                continue;
            }
            if (supplies.bring(
                    noun, plan.table().then(0.16 * i, 0, 0), plan.floor().then(0, 0, 0.9 * i))) {
                i++;
            } else {
                missing.add(noun);
            }
        }
        return missing;
    }

    /// A plinth for a thing that is itself the subject; answers the height of its top.
    private static double plinth(Stagehand stage, Vec3 at) {
        double h = 0.92;
        Mesh m = new Mesh(Placing.at(at.x(), 0, at.z()));
        m.bevelled(Paints.WALNUT, -0.55, h - 0.05, -0.38, 0.55, h, 0.38, 0.012);
        m.bevelled(Paints.DARK_LACQUER, -0.46, 0, -0.3, 0.46, h - 0.05, 0.3, 0.01);
        stage.obstacle("plinth", m);
        return h;
    }
}
