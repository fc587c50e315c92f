package dev.beatboard;

import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What to render and where to put it.
///
/// @param folder made if it is not there
/// @param quality `draft`, `final` or `reference`
/// @param width in pixels, even, as is `height`
/// @param frames of the clip, at most all of it
/// @param inside size in pixels of the frame as it was framed: less than the picture where that
///     shows what lies outside
/// @param formats at least one
/// @param samples paths per pixel of a reference
/// @param sequence what EXR files hold, if they are wanted
/// @param marking what is drawn on pictures, and what comes before them
/// @param key what videos are signed with as Content Credentials, and the list of all files; empty
///     for unsigned ones
/// @param chunk how to account for frames that are not all of their clip
/// @param cacheBytes how much of the disk frames may take that are kept for later renderings, of
///     this and other shots; 0 keeps none and uses none
public record RenderOrder(
        Path folder,
        String quality,
        int width,
        int height,
        Sizes.Size inside,
        FrameRange frames,
        Set<Format> formats,
        SequenceOrder sequence,
        Marking marking,
        Optional<SigningKey> key,
        Optional<ChunkOrder> chunk,
        int samples,
        long cacheBytes) {

    /// Paths per pixel of a reference if nobody says.
    public static final int SAMPLES = 64;

    /// The most paths per pixel that may be asked for.
    public static final int MOST_SAMPLES = 65_536;

    public RenderOrder {
        formats = Set.copyOf(formats);
    }

    /// An order for the frame as it was framed, all of it drawn.
    public RenderOrder(Path folder, String quality, int width, int height, FrameRange frames, Set<Format> formats) {
        this(
                folder,
                quality,
                width,
                height,
                new Sizes.Size(width, height),
                frames,
                formats,
                SequenceOrder.PLAIN,
                Marking.NONE,
                Optional.empty(),
                Optional.empty(),
                SAMPLES,
                0);
    }

    /// The EXR sequence, if one is wanted.
    Optional<SequenceOrder> exr() {
        return formats.contains(Format.EXR) ? Optional.of(sequence) : Optional.empty();
    }

    /// What is wanted of a frame besides its picture.
    FrameStore.Wanted wanted() {
        return new FrameStore.Wanted(exr(), formats.stream().anyMatch(Format::takesLight));
    }

    /// Whether the picture shows more than the frame.
    boolean extended() {
        return inside.width() < width || inside.height() < height;
    }
}
