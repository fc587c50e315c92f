package dev.beatboard.service.plan;

/// How much an account of a plan may do. All are at least 1.
///
/// @param requestsPerMinute of the API
/// @param generationsPerMinute accepted
/// @param concurrentFast generations that are queued or processed in the fast lane
/// @param concurrentRelaxed the same in the relaxed lane
/// @param uploadBytes kept in all
/// @param longestSeconds of a shot
/// @param weight share of the workers against that of other accounts
public record Limits(
        int requestsPerMinute,
        int generationsPerMinute,
        int concurrentFast,
        int concurrentRelaxed,
        long uploadBytes,
        int keys,
        int members,
        int longestSeconds,
        int weight) {

    /// How many generations may be queued or processed in a lane.
    public int concurrent(Lane lane) {
        return lane == Lane.FAST ? concurrentFast : concurrentRelaxed;
    }
}
