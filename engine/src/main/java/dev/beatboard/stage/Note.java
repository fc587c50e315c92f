package dev.beatboard.stage;

/// Something that staging decided unasked, or could not do as asked.
///
/// @param keyframe 0-based, -1 for the whole clip
/// @param slot what it is about: `mark`, `seat`, `walk`, `gaze` ...
/// @param value what was chosen
/// @param reason why
/// @param warning whether something asked is not done as asked
public record Note(int keyframe, String slot, String value, String reason, boolean warning) {}
