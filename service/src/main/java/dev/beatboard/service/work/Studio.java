package dev.beatboard.service.work;

import dev.beatboard.Assembly;
import dev.beatboard.Director;
import dev.beatboard.RenderOrder;
import dev.beatboard.RenderProgress;
import dev.beatboard.Take;
import dev.beatboard.asset.Library;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.service.database.SharedSecrets;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.RenderOrders;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The engine of a worker. It renders one thing at a time.
final class Studio implements AutoCloseable {

    private final Director director;
    private final Takes takes;
    private final SigningKey key;
    private final long cacheBytes;

    /// @param scratch a folder of this worker's own
    /// @param shared whether frames are kept for other workers too
    Studio(
            Library library,
            int threads,
            long cacheBytes,
            Path scratch,
            boolean shared,
            ObjectStore store,
            SharedSecrets secrets)
            throws IOException {
        this.director =
                shared ? new Director(library, threads, new SharedFrames(store)) : new Director(library, threads);
        this.takes = new Takes(director);
        this.cacheBytes = cacheBytes;
        this.key = agreed(scratch, secrets);
    }

    /// The key that all workers of a service sign with: that of whichever was first.
    private static SigningKey agreed(Path scratch, SharedSecrets secrets) throws IOException {
        Path folder = scratch.resolve("signing");
        Path key = folder.resolve("signing-key.pem");
        Path chain = folder.resolve("signing-certificates.pem");
        SigningKey.local(folder);
        String mine = Files.readString(key) + Files.readString(chain);
        String ours =
                new String(secrets.agreed("signing", mine.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        if (!ours.equals(mine)) {
            int from = ours.indexOf("-----BEGIN CERTIFICATE-----");
            OutputFile.write(chain, ours.substring(from));
            Files.writeString(key, ours.substring(0, from));
        }
        return SigningKey.local(folder);
    }

    private Take take(Generation g) throws IOException {
        return takes.of(
                g.source(),
                g.terms().reframed()
                        ? Optional.of(
                                new Sizes.Size(g.terms().width(), g.terms().height()))
                        : Optional.empty());
    }

    /// Drafts are not signed: they are for whoever made them.
    private Optional<SigningKey> key(Generation g) {
        return g.terms().quality().equals("draft") ? Optional.empty() : Optional.of(key);
    }

    /// Renders some frames of a generation into a folder.
    ///
    /// @param alone whether these are all, so that the clip can be delivered at once
    ///
    /// @return what each frame shows, as digests; empty if no frames are kept
    synchronized List<String> render(
            Generation g, FrameRange frames, boolean alone, Path folder, RenderProgress progress) throws IOException {
        RenderOrder order = RenderOrders.of(g, folder, frames, !alone, key(g), cacheBytes);
        return director.render(take(g), order, progress).digests();
    }

    /// Joins frames that were rendered apart.
    synchronized void assemble(Generation g, List<Path> chunks, Path folder, RenderProgress progress)
            throws IOException {
        Assembly assembly = Assembly.of(chunks);
        director.assemble(take(g), assembly, assembly.order(folder, key(g)), progress);
    }

    @Override
    public void close() {
        director.close();
    }
}
