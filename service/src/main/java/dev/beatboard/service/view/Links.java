package dev.beatboard.service.view;

import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.store.SignedLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Addresses of files that need no key and expire.
public final class Links {

    /// How long a link lasts; whoever asks for the generation again gets a fresh one.
    public static final Duration LIFE = Duration.ofHours(1);

    private final SignedLinks signed;
    private final Supplier<String> origin;

    /// @param origin of the service as clients see it, without a slash at the end
    public Links(SignedLinks signed, Supplier<String> origin) {
        this.signed = signed;
        this.origin = origin;
    }

    /// When a link that is made now ends.
    public Instant expires(Instant now) {
        return Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
    }

    /// Where a file of a generation is.
    public String of(Output output, Instant now) {
        String name = output.name().substring(output.name().lastIndexOf('/') + 1);
        return origin.get() + signed.path(output.key(), name, expires(now));
    }

    /// Where all EXR files of a generation are as one ZIP file, which is made as it is read.
    ///
    /// @param any of its EXR files
    public String zip(Output any, Instant now) {
        return origin.get() + signed.path(zipKey(any), "clip-exr.zip", expires(now));
    }

    /// The key of a ZIP file that is no object: that of the folder and an ending.
    static String zipKey(Output any) {
        String place = any.key().substring(0, any.key().length() - any.name().length() - 1);
        return place + "/exr.zip";
    }

    /// Where the small picture of a frame is.
    public String preview(Generation g, int n, Instant now) {
        return origin.get() + signed.path(g.folder() + "/previews/" + n + ".jpg", n + ".jpg", expires(now));
    }

    /// The service as clients see it.
    public String origin() {
        return origin.get();
    }
}
