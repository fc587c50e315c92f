package dev.beatboard.file.exr;

/// A channel of a file: its name and how its samples are stored. Colors and shares are half floats;
/// depth, position, motion and mattes, whose last digits matter, are floats. So are object numbers,
/// since some programs divide whole numbers by the largest there can be.
record Channel(String name, Sample sample) {

    /// How samples are stored; the order is that of the file format. No file of ours has whole
    /// numbers.
    enum Sample {
        UINT(4),
        HALF(2),
        FLOAT(4);

        final int bytes;

        Sample(int bytes) {
            this.bytes = bytes;
        }
    }

    static Channel of(String plane) {
        String layer = layer(plane);
        return new Channel(
                plane,
                switch (layer) {
                    case "depth", "P", "forward", "backward", "id" -> Sample.FLOAT;
                    default -> layer.startsWith("Crypto") ? Sample.FLOAT : Sample.HALF;
                });
    }

    /// Whether the low bytes of neighbors have little to do with each other, as those of colors,
    /// depth and places. Mattes, object numbers and motion, mostly at rest, are flat.
    boolean noisy() {
        String layer = layer(name);
        return switch (layer) {
            case "id", "forward", "backward" -> false;
            default -> !layer.startsWith("Crypto");
        };
    }

    /// The layer that a plane belongs to: what stands before the last dot of its name, `rgba` for
    /// the picture's own planes, and the name itself for a plane that is a layer alone.
    static String layer(String plane) {
        int dot = plane.lastIndexOf('.');
        if (dot > 0) {
            return plane.substring(0, dot);
        }
        return plane.length() == 1 && "RGBA".contains(plane) ? "rgba" : plane;
    }

    /// Whether the planes of a layer are colors of light or surfaces, which change with the color
    /// space.
    static boolean colored(String layer) {
        return switch (layer) {
            case "rgba", "albedo", "diffuse", "specular", "emission" -> true;
            default -> layer.startsWith("light_");
        };
    }
}
