package dev.beatboard.file.exr;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.OutputFile;
import dev.beatboard.frame.Frame;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes frames as OpenEXR: scan lines, lossless, scene-linear. Equal frames give equal bytes on
/// one Java.
///
/// Source: "OpenEXR File Layout" and "Technical Introduction to OpenEXR" (openexr.com).
public final class ExrWriter {

    private final ExrShot shot;

    public ExrWriter(ExrShot shot) {
        this.shot = shot;
    }

    /// The conventional name of frame `n` in a sequence: numbers start at 1001.
    public static String name(int n) {
        return FileNumber.name(n, ".exr");
    }

    /// Writes all planes of a frame.
    public void write(Path target, Frame frame, ExrOptions options, ExrShot.Moment moment) throws IOException {
        write(target, PackedFrame.of(frame, options), moment);
    }

    /// Writes a frame that was packed before.
    public void write(Path target, PackedFrame frame, ExrShot.Moment moment) throws IOException {
        byte[] header = new ExrHeader(shot).bytes(frame, moment);
        List<PackedFrame.Part> parts = frame.parts();
        int chunks = parts.stream().mapToInt(p -> p.blocks().size()).sum();
        boolean many = frame.options().multiPart();
        int top = -(frame.height() - shot.displayHeight()) / 2;
        int lines = frame.options().compression().lines;
        OutputFile.write(target, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 18)) {
                out.write(header);
                ByteBuffer offsets = ByteBuffer.allocate(8 * chunks).order(ByteOrder.LITTLE_ENDIAN);
                long at = header.length + 8L * chunks;
                for (PackedFrame.Part p : parts) {
                    for (byte[] d : p.blocks()) {
                        offsets.putLong(at);
                        at += (many ? 12 : 8) + d.length;
                    }
                }
                out.write(offsets.array());
                for (int i = 0; i < parts.size(); i++) {
                    List<byte[]> blocks = parts.get(i).blocks();
                    for (int b = 0; b < blocks.size(); b++) {
                        ByteBuffer head = ByteBuffer.allocate(many ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
                        if (many) {
                            head.putInt(i);
                        }
                        head.putInt(top + b * lines).putInt(blocks.get(b).length);
                        out.write(head.array());
                        out.write(blocks.get(b));
                    }
                }
            }
        });
    }
}
