package dev.beatboard.service.api.shot;

import dev.beatboard.Format;
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
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.time.FrameRate;
import java.util.LinkedHashMap;
import java.util.List;
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
        lists.forEach((name, words) -> {
            ArrayNode array = o.putArray(name);
            words.forEach(array::add);
        });
        resolutions(o.putArray("resolutions"), plans.plan(call.caller().plan()));
        return Answer.ok(o);
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
