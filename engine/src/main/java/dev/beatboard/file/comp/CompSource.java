package dev.beatboard.file.comp;

import dev.beatboard.file.camera.CameraTrack;
import dev.beatboard.frame.ColorSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Frames on disk to be composited.
///
/// @param title of the shot
/// @param folder of the frames, as a path from where the composition lies, with slashes
/// @param prefix of the frames' names, before the number of four digits
/// @param suffix of the frames' names, after the number
/// @param channels of the frames, such as `R`, `depth.Z`, `diffuse.R`
/// @param actors whose mattes are wanted, as they are called in the Cryptomatte
/// @param color what the numbers of the frames mean
/// @param camera one view for each of the frames
public record CompSource(
        String title,
        String folder,
        String prefix,
        String suffix,
        List<String> channels,
        List<String> actors,
        ColorSpace color,
        CameraTrack camera) {

    /// The parts that add up to the picture.
    static final List<String> PARTS = List.of("diffuse", "specular", "emission");

    static final String ACTORS = "CryptoActor";
    static final String OBJECTS = "CryptoObject";

    public CompSource {
        channels = List.copyOf(channels);
        actors = List.copyOf(actors);
    }

    /// The layers besides the picture itself, each with its channels, in the order of the file.
    Map<String, List<String>> layers() {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        for (String c : channels) {
            int dot = c.lastIndexOf('.');
            if (dot > 0) {
                layers.computeIfAbsent(c.substring(0, dot), k -> new ArrayList<>())
                        .add(c.substring(dot + 1));
            }
        }
        return layers;
    }

    boolean hasColor(String layer) {
        return layers().getOrDefault(layer, List.of()).containsAll(List.of("R", "G", "B"));
    }

    /// Layers of color, without those of Cryptomatte.
    List<String> colors() {
        return layers().keySet().stream()
                .filter(l -> hasColor(l) && !l.startsWith("Crypto"))
                .toList();
    }

    /// The parts that are there, if all are.
    List<String> parts() {
        return PARTS.stream().allMatch(this::hasColor) ? PARTS : List.of();
    }

    List<String> lights() {
        return colors().stream().filter(l -> l.startsWith("light_")).toList();
    }

    boolean hasMattes(String kind) {
        return layers().containsKey(kind + "00");
    }

    int first() {
        return camera.number(0);
    }

    int last() {
        return camera.number(camera.views().size() - 1);
    }

    /// Identifiers that read like the names, in their order: letters, digits and underscores, each
    /// once.
    static List<String> identifiers(List<String> names) {
        Set<String> taken = new LinkedHashSet<>();
        for (String name : names) {
            String plain = name.replaceAll("[^A-Za-z0-9]", "_");
            String free = plain.isEmpty() ? "_" : plain;
            for (int i = 2; !taken.add(free); i++) {
                free = plain + "_" + i;
            }
        }
        return List.copyOf(taken);
    }
}
