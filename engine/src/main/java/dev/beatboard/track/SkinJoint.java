package dev.beatboard.track;

import dev.beatboard.math.Vec3;

/// A joint of a skeleton that surfaces are bound to. At rest its axes are those of the world.
///
/// @param parent number of the parent, which is smaller; -1 for the root
/// @param rest where it stands at rest, meters
public record SkinJoint(String name, int parent, Vec3 rest) {}
