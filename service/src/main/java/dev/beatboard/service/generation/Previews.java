package dev.beatboard.service.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.PreviewParts;
import dev.beatboard.Take;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Shots before they are rendered, in parts: what they are made of, and the parts themselves for the accounts that
/// were told of them.
public final class Previews implements AutoCloseable {

    /// How many parts are remembered as told, over all accounts.
    private static final long TOLD = 100_000;

    private final Takes takes;
    private final PreviewParts parts;
    private final PartShelf shelf;
    private final Cache<Told, Boolean> told =
            Caffeine.newBuilder().maximumSize(TOLD).build();

    private record Told(UUID account, String digest) {}

    /// @param takes what shots are staged by
    /// @param folder for parts that stay what they are when the process ends
    public Previews(Takes takes, Path folder) throws IOException {
        this.takes = takes;
        this.parts = new PreviewParts();
        this.shelf = new PartShelf(folder);
    }

    /// A shot and its parts.
    public record Preview(Take take, PreviewParts.Parts parts) {}

    /// The preview of a shot for an account, which may ask for the parts from now on.
    ///
    /// @param source JSON text
    public Preview of(UUID account, String source) throws IOException {
        Preview preview = rehearse(source);
        PreviewParts.Parts made = preview.parts();
        tell(account, made.motion());
        tell(account, made.set());
        made.people().forEach(p -> tell(account, p.part()));
        return preview;
    }

    /// The preview of a shot that somebody may ask for; its parts are made in the background.
    ///
    /// @param source JSON text
    public Preview rehearse(String source) throws IOException {
        Take take = takes.of(source, Optional.empty());
        PreviewParts.Parts made = parts.of(take);
        shelf.put(made.motion().digest(), made.motion().bytes());
        promise(made.set());
        made.people().forEach(p -> promise(p.part()));
        return new Preview(take, made);
    }

    private void promise(PreviewParts.Part part) {
        shelf.promise(part.digest(), part.maker());
    }

    private void tell(UUID account, PreviewParts.Part part) {
        told.put(new Told(account, part.digest()), true);
    }

    /// A part; empty if the account was not told of it, or if it has been dropped since.
    public Optional<byte[]> part(UUID account, String digest) throws IOException {
        return told.getIfPresent(new Told(account, digest)) == null ? Optional.empty() : shelf.find(digest);
    }

    @Override
    public void close() {
        shelf.close();
    }
}
