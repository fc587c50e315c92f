/// Scenes for Blender, so that another renderer (Cycles) can be held against ours. What enters is a
/// [dev.beatboard.scene.Scene] of plain diffuse surfaces, what leaves is a folder that `scene.py` reads inside Blender,
/// and the pictures that Blender made of it. Blender is a program of its own, never part of ours, and may be missing.
@NullMarked
package dev.beatboard.file.blender;

import org.jspecify.annotations.NullMarked;
