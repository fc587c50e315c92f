package dev.beatboard.asset;

import java.nio.file.Path;

/// The files of the people pack (see [PackFile] for the numbers).
///
/// - `body.bin`: number of bones; per bone name, parent, joint vertices; base positions (meters), bones (4), weights
///   (4), quads, sources, uvs
/// - `targets.tab`: number of targets; per target its name and its place in `targets.bin`
/// - `targets.bin`: per target the base vertices (unsigned shorts) and the offsets (shorts, 0.1 mm)
/// - `pieces/<name>.bin`: see [PieceFile]
/// - `textures/<piece>/<file>.bin`: width, height, deflated RGBA
final class PeoplePack {

    static final String BODY = "body.bin";
    static final String TARGETS = "targets.bin";
    static final String TARGET_TABLE = "targets.tab";
    static final int BODY_MARK = 0x42424f44;
    static final int TARGETS_MARK = 0x42544152;
    static final int TABLE_MARK = 0x42544142;
    static final int PIECE_MARK = 0x42504943;
    static final int TEXTURE_MARK = 0x42544558;

    private PeoplePack() {}

    static Path piece(Path folder, String name) {
        return folder.resolve("pieces").resolve(name + ".bin");
    }

    static Path texture(Path folder, String name) {
        return folder.resolve("textures").resolve(name + ".bin");
    }
}
