package dev.beatboard.file.video;

import dev.beatboard.file.Slate;
import dev.beatboard.time.Timecode;
import java.util.Optional;

/// What a video file is told about itself.
///
/// @param timecode of the first frame written on, with the rate: [Timecode#before] where a slate comes first
/// @param xmp an XMP packet for the file; empty for none
/// @param seal the Content Credentials' maker; empty for none. Not for QuickTime clips that an editor will rewrite
public record Clip(Timecode timecode, Slate slate, Optional<byte[]> xmp, Optional<Seal> seal) {

    /// Without markings.
    public static Clip of(Timecode timecode, Slate slate) {
        return new Clip(timecode, slate, Optional.empty(), Optional.empty());
    }
}
