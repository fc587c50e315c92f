package dev.beatboard;

import dev.beatboard.file.Chunk;
import dev.beatboard.file.FileNumber;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.PackedFrame;
import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.math.Sha256;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The frames of a clip that were rendered apart, on any machines: all of them, under the same
/// terms, each file the one that was written.
public final class Assembly {

    private static final int MOST_CHUNKS = 10_000;

    private final List<Path> folders;
    private final List<Chunk> chunks;
    private final Map<Integer, Integer> chunkOf = new TreeMap<>();

    private Assembly(List<Path> folders, List<Chunk> chunks) {
        this.folders = folders;
        this.chunks = chunks;
    }

    /// Reads and checks chunks. Frames that are in several must be the same in all.
    ///
    /// @param folders of `render --frames`, or folders of such folders
    /// @throws IOException with all that is wrong: chunks of different versions, seeds or shots,
    ///     gaps, files that are missing or have changed
    public static Assembly of(List<Path> folders) throws IOException {
        List<Path> all = expand(folders);
        List<Chunk> chunks = new ArrayList<>();
        for (Path f : all) {
            chunks.add(Chunk.read(f));
        }
        Assembly assembly = new Assembly(all, chunks);
        List<String> problems = new ArrayList<>();
        assembly.compareTerms(problems);
        if (problems.isEmpty()) {
            assembly.place(problems);
            assembly.verify(problems);
        }
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n", problems));
        }
        return assembly;
    }

    private static List<Path> expand(List<Path> folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path f : folders) {
            if (!Files.isDirectory(f)) {
                throw new IOException(f + " is no folder.");
            }
            if (Files.exists(f.resolve(Chunk.NAME))) {
                all.add(f);
                continue;
            }
            try (var inside = Files.list(f)) {
                inside.filter(p -> Files.exists(p.resolve(Chunk.NAME))).sorted().forEach(all::add);
            }
        }
        if (all.isEmpty()) {
            throw new IOException("There is no " + Chunk.NAME + " in " + folders
                    + " or one level below: chunks are what" + " `render --frames A-B` leaves.");
        }
        if (all.size() > MOST_CHUNKS) {
            throw new IOException("There are " + all.size() + " chunks; at most " + MOST_CHUNKS + " are joined.");
        }
        return all;
    }

    private void compareTerms(List<String> problems) {
        Chunk first = chunks.getFirst();
        for (int i = 1; i < chunks.size(); i++) {
            TreeSet<String> names = new TreeSet<>(first.terms().keySet());
            names.addAll(chunks.get(i).terms().keySet());
            for (String name : names) {
                String a = first.term(name);
                String b = chunks.get(i).term(name);
                if (!a.equals(b)) {
                    problems.add(folders.get(i) + " does not go with " + folders.getFirst() + ": " + name + " is " + b
                            + ", not " + a + ".");
                }
            }
        }
    }

    /// Finds who has which frame, and which nobody has.
    private void place(List<String> problems) {
        for (int i = 0; i < chunks.size(); i++) {
            FrameRange r = chunks.get(i).frames();
            for (int n = r.first(); n <= r.last(); n++) {
                Integer other = chunkOf.putIfAbsent(n, i);
                if (other != null && !digestsOf(i, n).equals(digestsOf(other, n))) {
                    problems.add("Frame " + n + " is not the same in " + folders.get(other) + " and " + folders.get(i)
                            + ".");
                }
            }
        }
        int total = total();
        List<String> gaps = new ArrayList<>();
        for (int n = 0; n < total; n++) {
            if (!chunkOf.containsKey(n)) {
                int from = n;
                while (n + 1 < total && !chunkOf.containsKey(n + 1)) {
                    n++;
                }
                gaps.add(from == n ? "" + n : from + "-" + n);
            }
        }
        if (!gaps.isEmpty()) {
            problems.add("These frames of " + total + " are in no chunk: " + String.join(", ", gaps) + ".");
        }
    }

    private List<String> digestsOf(int chunk, int n) {
        String number = "/clip." + (1001 + n) + ".";
        return chunks.get(chunk).digests().entrySet().stream()
                .filter(e -> e.getKey().contains(number))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Every file is there and is what it was.
    private void verify(List<String> problems) throws IOException {
        for (int i = 0; i < chunks.size(); i++) {
            for (Map.Entry<String, String> e : chunks.get(i).digests().entrySet()) {
                Path file = folders.get(i).resolve(e.getKey());
                if (!Files.isRegularFile(file)) {
                    problems.add(file + " is missing.");
                } else if (!Sha256.hex(Files.readAllBytes(file)).equals(e.getValue())) {
                    problems.add(file + " is not what was rendered: its digest has changed.");
                }
            }
        }
    }

    /// The chunk whose terms all others have.
    public Chunk first() {
        return chunks.getFirst();
    }

    /// The shot file that all were rendered from.
    public Path source() {
        return folders.getFirst().resolve(first().source());
    }

    /// The file of the camera that all follow, if they follow one.
    public Optional<Path> camera() {
        return ChunkOrder.cameraIn(folders.getFirst(), first().term("camera"));
    }

    /// Frames of the whole clip.
    public int total() {
        try {
            return Integer.parseInt(first().term("frames"));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("A chunk that does not say how many frames its clip has", e);
        }
    }

    /// The order for the whole clip under the terms of the chunks. Guides, which chunks have each
    /// for itself, are not in it.
    ///
    /// @param key to sign with
    /// @throws IOException if a term is none that this version writes
    public RenderOrder order(Path folder, Optional<SigningKey> key) throws IOException {
        return Terms.order(first(), folder, total(), key);
    }

    /// How many chunks there are.
    public int size() {
        return chunks.size();
    }

    /// Frame `n`, and its light if that is wanted.
    FrameStore.Kept frame(int n, boolean withLight) throws IOException {
        Optional<PackedFrame> light = withLight
                ? Optional.of(PackedFrame.of(Files.readAllBytes(folder(n).resolve(light(n))), ExrOptions.PLAIN))
                : Optional.empty();
        return new FrameStore.Kept(KeptFrame.of(Files.readAllBytes(folder(n).resolve(picture(n)))), List.of(), light);
    }

    /// A file that goes with frame `n`, by its path in its chunk's folder.
    Path file(int n, String name) {
        return folder(n).resolve(name);
    }

    private Path folder(int n) {
        Integer chunk = chunkOf.get(n);
        if (chunk == null) {
            throw new IllegalArgumentException("No chunk has frame " + n);
        }
        return folders.get(chunk);
    }

    /// Where a chunk has the picture of frame `n`.
    static String picture(int n) {
        return "frames/" + FileNumber.name(n, ".frame");
    }

    /// Where a chunk has the light of frame `n`, for videos that take it.
    static String light(int n) {
        return "light/" + FileNumber.name(n, ".light");
    }
}
