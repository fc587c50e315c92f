package dev.beatboard.file;

/// Where a file comes from: what to render again to get it once more.
///
/// @param shotDigest SHA-256 of the canonical Shot
/// @param engineVersion of Beatboard
/// @param quality `draft` or `final`
public record Slate(String title, String shotDigest, long seed, String engineVersion, String quality) {

    /// The version of this engine.
    public static final String ENGINE = "0.1.0";

    /// One line for players that show a comment.
    public String line() {
        return "Beatboard " + engineVersion + ", shot " + shotDigest + ", seed " + seed + ", " + quality;
    }
}
