package dev.beatboard.scene;

/// Somebody or something that has a name of its own in mattes and in the id plane.
///
/// @param performer whether it is an acting person
public record SceneObject(String name, boolean performer) {}
