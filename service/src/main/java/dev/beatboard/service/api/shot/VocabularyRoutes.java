package dev.beatboard.service.api.shot;

import dev.beatboard.Format;
import dev.beatboard.direction.Vocabulary;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Labeled;
import dev.beatboard.frame.Layer;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.plan.Tier;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Anchor;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraEase;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.FacialHair;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Stature;
import dev.beatboard.shot.Transition;
import dev.beatboard.time.FrameRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// All names that shots and orders may use, as the engine has them.
public final class VocabularyRoutes implements Routes {

    /// The shapes that pictures mostly have; any from 1:4 to 4:1 will do.
    private static final List<String> ASPECTS =
            List.of("16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "9:21", "1.85:1", "2.39:1");

    /// What may be looked at besides people, props and directions.
    private static final List<String> TARGETS = List.of("camera", "everyone");

    private final Plans plans;

    public VocabularyRoutes(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/v1/vocabulary", Access.scope(Scope.GENERATIONS_READ), this::words));
    }

    private Answer words(Call call) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("formats", Format.labels());
        lists.put("layers", Labeled.labels(Layer.values()));
        lists.put("color_spaces", Labeled.labels(ColorSpace.values()));
        lists.put("aspects", ASPECTS);
        lists.put("rates", FrameRate.KNOWN.stream().map(FrameRate::label).toList());
        lists.put("sets", Names.of(SetKind.class));
        lists.put(
                "concepts",
                Names.of(CameraMoveKind.class).stream()
                        .filter(c -> !c.equals("none"))
                        .toList());
        lists.put("shot_sizes", Names.of(ShotSize.class));
        lists.put("compositions", Names.of(Composition.class));
        lists.put("camera_angles", Names.of(CameraAngle.class));
        lists.put("camera_sides", Names.of(CameraSide.class));
        lists.put("camera_supports", Names.of(CameraSupport.class));
        lists.put("paces", Names.of(Pace.class));
        lists.put("lightings", Names.of(Lighting.class));
        lists.put("actions", Names.of(ActionKind.class));
        lists.put("postures", Names.of(Posture.class));
        lists.put("expressions", Names.of(Expression.class));
        lists.put("garments", Names.of(GarmentKind.class));
        lists.put("moves", Names.of(CameraMoveKind.class));
        lists.put("eases", Names.of(CameraEase.class));
        lists.put("transitions", Names.of(Transition.class));
        lists.put("anchors", Names.of(Anchor.class));
        lists.put("sides", Names.of(Side.class));
        lists.put("directions", Names.of(Direction.class));
        lists.put("relations", Names.of(PerformerDirection.Relation.class));
        lists.put("targets", TARGETS);
        lists.put("props", Vocabulary.things());
        lists.put("sexes", Names.of(Sex.class));
        lists.put("builds", Names.of(Build.class));
        lists.put("statures", Names.of(Stature.class));
        lists.put("heritages", Names.of(Heritage.class));
        lists.put("hair_styles", Names.of(HairStyle.class));
        lists.put("facial_hair", Names.of(FacialHair.class));
        lists.forEach((name, words) -> {
            ArrayNode array = o.putArray(name);
            words.forEach(array::add);
        });
        colors(o.putArray("garment_colors"), Vocabulary.colors());
        colors(o.putArray("hair_colors"), Vocabulary.hairColors());
        resolutions(o.putArray("resolutions"), plans.plan(call.caller().plan()));
        return Answer.ok(o);
    }

    /// As a shot file writes them.
    private static void colors(ArrayNode array, List<NamedColor> colors) {
        for (NamedColor c : colors) {
            array.addObject().put("name", c.name()).put("srgb", String.format(Locale.ROOT, "#%06x", c.srgb()));
        }
    }

    private void resolutions(ArrayNode array, Optional<Plan> plan) {
        for (Tier t : Tier.values()) {
            array.addObject()
                    .put("name", t.label())
                    .put("width", t.width())
                    .put("height", t.height())
                    .put("quality", t.draft() ? "draft" : "final")
                    .put("credits_per_second", plans.prices().perSecond(t))
                    .put("in_plan", plan.map(p -> p.tiers().contains(t)).orElse(false));
        }
    }
}
