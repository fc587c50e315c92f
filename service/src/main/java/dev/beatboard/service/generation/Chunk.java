package dev.beatboard.service.generation;

import java.util.ArrayList;
import java.util.List;

/// Frames that are rendered as one task.
///
/// @param number from 0 in its generation
/// @param firstFrame of the clip, as `lastFrame`, both included
public record Chunk(int number, int firstFrame, int lastFrame) {

    /// The most chunks that a clip is split into, so that no clip fills the queue alone.
    private static final int MOST = 100;

    public int frames() {
        return lastFrame - firstFrame + 1;
    }

    /// Splits frames into chunks of about equal length.
    ///
    /// @param size frames of a chunk, at least 1; more where there would be too many chunks
    public static List<Chunk> split(int firstFrame, int lastFrame, int size) {
        int frames = lastFrame - firstFrame + 1;
        int count = Math.min(MOST, Math.max(1, Math.ceilDiv(frames, size)));
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chunks.add(new Chunk(
                    i,
                    firstFrame + (int) ((long) frames * i / count),
                    firstFrame + (int) ((long) frames * (i + 1) / count) - 1));
        }
        return chunks;
    }
}
