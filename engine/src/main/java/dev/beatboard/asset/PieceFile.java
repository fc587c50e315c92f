package dev.beatboard.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How a piece is written: name, kind, credit, looks (count, then name and texture), then its arrays in the order of
/// the record.
final class PieceFile {

    private PieceFile() {}

    static void write(PackFile.Writer out, Piece p) throws IOException {
        out.text(p.name());
        out.number(p.kind().ordinal());
        out.text(p.credit());
        out.number(p.looks().size());
        for (Piece.Look look : p.looks()) {
            out.text(look.name());
            out.text(look.texture());
        }
        out.ints(p.references());
        out.floats(p.shares());
        out.floats(p.offsets());
        out.shorts(p.bones());
        out.floats(p.weights());
        out.ints(p.triangles());
        out.floats(p.uvs());
        out.ints(p.twins());
        out.ints(p.hides());
    }

    static Piece read(PackFile.Reader in) {
        String name = in.text();
        Piece.Kind kind = Piece.Kind.values()[in.number()];
        String credit = in.text();
        List<Piece.Look> looks = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) {
            looks.add(new Piece.Look(in.text(), in.text()));
        }
        return new Piece(
                name,
                kind,
                in.ints(),
                in.floats(),
                in.floats(),
                in.shorts(),
                in.floats(),
                in.ints(),
                in.floats(),
                in.ints(),
                in.ints(),
                looks,
                credit);
    }
}
