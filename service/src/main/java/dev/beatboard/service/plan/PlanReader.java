package dev.beatboard.service.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML to plans: files are laid over each other, then read field by field.
final class PlanReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long MOST_CREDITS = 1_000_000_000_000L;
    private static final int MANY = 1_000_000;

    private final List<InvalidPlans.Problem> problems = new ArrayList<>();

    private PlanReader() {}

    /// The plans of the last file laid over those before.
    static Plans read(List<PlanFile> files) throws InvalidPlans {
        ObjectNode whole = YAML.createObjectNode();
        for (PlanFile file : files) {
            lay(whole, parse(file));
        }
        PlanReader reader = new PlanReader();
        String name = files.getLast().name();
        Plans plans = reader.plans(new PlanFields("", whole, reader.problems));
        if (!reader.problems.isEmpty()) {
            throw new InvalidPlans(name, reader.problems);
        }
        return plans;
    }

    private static ObjectNode parse(PlanFile file) throws InvalidPlans {
        try {
            JsonNode node = YAML.readTree(file.text());
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidPlans(
                    file.name(),
                    List.of(new InvalidPlans.Problem("", "The file holds no fields.", "plans.yaml shows the form.")));
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            String first = String.valueOf(e.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            throw new InvalidPlans(
                    file.name(), List.of(new InvalidPlans.Problem("", "This is not YAML: " + first + where + ".", "")));
        }
    }

    private static void lay(ObjectNode below, ObjectNode above) {
        above.properties().forEach(e -> {
            JsonNode old = below.get(e.getKey());
            if (e.getValue().isNull()) {
                below.remove(e.getKey());
            } else if (old instanceof ObjectNode o && e.getValue() instanceof ObjectNode n) {
                lay(o, n);
            } else {
                below.set(e.getKey(), e.getValue());
            }
        });
    }

    private Plans plans(PlanFields top) {
        String currency = top.text("currency", "[A-Z]{3}", "A currency has three letters, such as USD.");
        Map<String, Surcharge> stores = stores(top.group("stores"));
        PlanFields prices = top.group("prices");
        Map<Tier, BigDecimal> perSecond = new EnumMap<>(Tier.class);
        PlanFields seconds = prices.group("per_second");
        for (Tier tier : Tier.values()) {
            perSecond.put(tier, seconds.decimal(tier.label(), BigDecimal.ZERO, BigDecimal.valueOf(MANY)));
        }
        seconds.end();
        Map<String, BigDecimal> extras = new TreeMap<>();
        PlanFields extraFields = prices.group("extras");
        for (String extra : extraFields.names()) {
            extras.put(extra, extraFields.decimal(extra, BigDecimal.ONE, BigDecimal.TEN));
        }
        extraFields.end();
        prices.end();
        LinkedHashMap<String, Plan> plans = new LinkedHashMap<>();
        PlanFields planFields = top.group("plans");
        for (String id : planFields.names()) {
            plans.put(id, plan(id, planFields.group(id), extras.keySet()));
        }
        planFields.end();
        Optional<Plan> signUp = Optional.ofNullable(plans.get(top.oneOf("sign_up", plans.keySet())));
        Optional<Plan> local = Optional.ofNullable(plans.get(top.oneOf("local", plans.keySet())));
        top.end();
        Plan any = plan("none", new PlanFields("", YAML.createObjectNode(), new ArrayList<>()), Set.of());
        return new Plans(
                currency,
                signUp.orElse(any),
                local.orElse(any),
                plans,
                Map.copyOf(stores),
                new PriceList(perSecond, extras, List.copyOf(plans.values())));
    }

    private static Map<String, Surcharge> stores(PlanFields fields) {
        Map<String, Surcharge> stores = new TreeMap<>();
        for (String name : fields.names()) {
            PlanFields store = fields.group(name);
            stores.put(
                    name,
                    new Surcharge(
                            store.decimal("factor", BigDecimal.ONE, BigDecimal.TEN),
                            store.has("ending")
                                    ? Optional.of(store.decimal("ending", BigDecimal.ZERO, new BigDecimal("0.99")))
                                    : Optional.empty()));
            store.end();
        }
        fields.end();
        return stores;
    }

    private static Plan plan(String id, PlanFields f, Set<String> extras) {
        PlanFields credits = f.group("credits");
        long daily = credits.whole("daily", 0, MOST_CREDITS);
        long monthly = credits.whole("monthly", 0, MOST_CREDITS);
        credits.end();
        Map<Lane, BigDecimal> lanes = new EnumMap<>(Lane.class);
        PlanFields laneFields = f.group("lanes");
        for (Lane lane : Lane.values()) {
            if (laneFields.has(lane.label())) {
                lanes.put(lane, laneFields.decimal(lane.label(), BigDecimal.ZERO, BigDecimal.TEN));
            }
        }
        laneFields.end();
        Plan plan = new Plan(
                id,
                f.text("title", "\\S(.{0,38}\\S)?", "A title has 1 to 40 letters."),
                f.decimal("price", BigDecimal.ZERO, BigDecimal.valueOf(MANY)),
                daily,
                monthly,
                Set.copyOf(f.list("tiers", Tier.labels()).stream()
                        .flatMap(l -> Tier.of(l).stream())
                        .toList()),
                f.flag("watermark"),
                f.flag("commercial"),
                lanes,
                Set.copyOf(f.list("extras", extras)),
                limits(f.group("limits")));
        f.end();
        return plan;
    }

    private static Limits limits(PlanFields f) {
        Limits limits = new Limits(
                (int) f.whole("requests_per_minute", 1, MANY),
                (int) f.whole("generations_per_minute", 1, MANY),
                (int) f.whole("concurrent_fast", 1, MANY),
                (int) f.whole("concurrent_relaxed", 1, MANY),
                f.whole("upload_bytes", 1, 1L << 50),
                (int) f.whole("keys", 1, MANY),
                (int) f.whole("members", 1, MANY),
                (int) f.whole("longest_seconds", 1, 3600),
                (int) f.whole("weight", 1, 1000));
        f.end();
        return limits;
    }
}
