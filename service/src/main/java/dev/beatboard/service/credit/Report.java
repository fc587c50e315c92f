package dev.beatboard.service.credit;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What an audit found.
///
/// @param totals sums over all accounts: `accounts`, `journals`, `postings`, `generations`, and
///     credits `issued`, `available`, `held`, `spent`, `expired`
/// @param findings of each check at most 100; none if the books are right
/// @param counts how many findings each check has in all
public record Report(SequencedMap<String, Long> totals, List<Finding> findings, SequencedMap<String, Long> counts) {

    /// Whether nothing was found.
    public boolean clean() {
        return findings.isEmpty();
    }

    /// For people.
    public String text() {
        String sums = totals.entrySet().stream()
                .map(e -> String.format(java.util.Locale.ROOT, "%-12s %,18d%n", e.getKey(), e.getValue()))
                .collect(Collectors.joining());
        if (clean()) {
            return sums + counts.size() + " checks found nothing: the books are right." + System.lineSeparator();
        }
        return sums
                + findings.stream()
                        .map(f -> f.check() + ": " + f.subject() + ": " + f.detail()
                                + f.account().map(a -> " (account " + a + ")").orElse("")
                                + System.lineSeparator())
                        .collect(Collectors.joining())
                + counts.entrySet().stream()
                        .filter(e -> e.getValue() > 0)
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", ", "Found: ", "." + System.lineSeparator()));
    }

    /// For programs.
    public String json() {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("clean", clean(), "totals", totals, "counts", counts, "findings", findings));
    }
}
