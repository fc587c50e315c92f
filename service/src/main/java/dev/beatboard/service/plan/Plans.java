package dev.beatboard.service.plan;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// All plans, what they are sold for and what work costs.
///
/// @param currency of prices, as of ISO 4217
/// @param signUp what a new account has
/// @param local what the one account of a local install has
/// @param byId in the order of the file
/// @param stores where plans are sold, by name: `web`, `ios`, `android`
public record Plans(
        String currency,
        Plan signUp,
        Plan local,
        SequencedMap<String, Plan> byId,
        Map<String, Surcharge> stores,
        PriceList prices) {

    /// The program's own plans, changed by what an operator's file says.
    ///
    /// @throws InvalidPlans with all that is wrong with that file
    /// @throws IOException if it cannot be read
    public static Plans load(Optional<Path> operator) throws IOException, InvalidPlans {
        List<PlanFile> files = new ArrayList<>();
        try (InputStream own = Plans.class.getResourceAsStream("/plans.yaml")) {
            if (own == null) {
                throw new IOException("plans.yaml is missing from the program.");
            }
            files.add(new PlanFile("plans.yaml", new String(own.readAllBytes(), StandardCharsets.UTF_8)));
        }
        if (operator.isPresent()) {
            files.add(PlanFile.of(operator.get()));
        }
        return PlanReader.read(files);
    }

    /// The plan of that id.
    public Optional<Plan> plan(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// What a plan costs a month in a store; empty if it is not sold there.
    public Optional<BigDecimal> price(Plan plan, String store) {
        return Optional.ofNullable(stores.get(store)).map(s -> s.of(plan.price()));
    }
}
