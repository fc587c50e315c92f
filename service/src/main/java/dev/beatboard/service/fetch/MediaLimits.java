package dev.beatboard.service.fetch;

/// How much of a picture or a film is taken in.
///
/// @param imagePixels of a picture, width times height
/// @param videoPixels of one frame
public record MediaLimits(long imageBytes, long imagePixels, long videoBytes, long videoPixels, double videoSeconds) {

    /// 50 MB and 64 megapixels; 500 MB, 8K and two minutes.
    public static MediaLimits standard() {
        return new MediaLimits(50_000_000, 64L << 20, 500_000_000, 8192L * 4352, 120);
    }
}
