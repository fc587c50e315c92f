package dev.beatboard.asset;

import java.nio.file.Path;

/// A pack that is ready for use.
///
/// @param name `people`, `furniture`, `skies`
/// @param format the form of its files
/// @param digest the first 12 digits of the SHA-256 of what it was made from; part of what a frame depends on
/// @param bytes its size on disk
/// @param folder where it lies
public record InstalledPack(String name, int format, String digest, long bytes, Path folder) {}
