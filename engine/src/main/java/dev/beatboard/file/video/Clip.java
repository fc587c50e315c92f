package dev.beatboard.file.video;

import dev.beatboard.file.Counter;
import dev.beatboard.file.Slate;
import java.util.Optional;

/// What a video file is told about itself.
///
/// @param counter rate, and the timecode of the first frame written: [Counter#before] where a slate comes first
/// @param xmp an XMP packet for the file; empty for none
/// @param seal the Content Credentials' maker; empty for none. Not for QuickTime clips that an editor will rewrite
public record Clip(Counter counter, Slate slate, Optional<byte[]> xmp, Optional<Seal> seal) {

    /// Without markings.
    public static Clip of(Counter counter, Slate slate) {
        return new Clip(counter, slate, Optional.empty(), Optional.empty());
    }
}
