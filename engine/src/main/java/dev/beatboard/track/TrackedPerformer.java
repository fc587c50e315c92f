package dev.beatboard.track;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Who is tracked, apart from time.
///
/// @param name as in the shot
/// @param object the performer's number in the id plane of rendered frames
/// @param skeleton its bones in the rest pose
/// @param coefficients which expression coefficients this face can show; others are absent in every
///     frame
public record TrackedPerformer(String name, int object, SkeletonPlan skeleton, Set<ArkitCoefficient> coefficients) {

    public TrackedPerformer {
        // In the order of the enumeration, so that files do not depend on hashes.
        coefficients = Collections.unmodifiableSet(new TreeSet<>(coefficients));
    }
}
