package dev.beatboard.service.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// What an account may do and gets.
///
/// @param id as accounts name it: `plus`
/// @param title for people
/// @param price a month where it is bought on the web, in the currency of the file
/// @param dailyCredits granted each local day; 0 for none
/// @param monthlyCredits granted each month; 0 for none
/// @param tiers sizes that it may order
/// @param watermark whether pictures are marked
/// @param commercial whether results may be used commercially
/// @param lanes queues that it may use, each with the factor of the price there; 0 costs nothing
/// @param extras what may be delivered besides the picture, by the names of the price list
public record Plan(
        String id,
        String title,
        BigDecimal price,
        long dailyCredits,
        long monthlyCredits,
        Set<Tier> tiers,
        boolean watermark,
        boolean commercial,
        Map<Lane, BigDecimal> lanes,
        Set<String> extras,
        Limits limits) {

    public Plan {
        tiers = Set.copyOf(tiers);
        lanes = Map.copyOf(lanes);
        extras = Set.copyOf(extras);
    }

    /// Whether it renders drafts only.
    public boolean draftOnly() {
        return tiers.stream().allMatch(Tier::draft);
    }
}
