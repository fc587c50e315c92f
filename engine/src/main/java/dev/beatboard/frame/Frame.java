package dev.beatboard.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A picture as named planes: always `R`, `G`, `B` (scene-linear, Rec.709 primaries, after exposure) and `A`, and
/// whatever data planes the renderer was asked for.
public final class Frame {

    /// Distance along the optical axis in meters; infinity where there is nothing.
    public static final String DEPTH = "depth.Z";
    /// The object number of what covers most of the pixel, see `Scene.objects`.
    public static final String OBJECT = "id.X";

    private final int width;
    private final int height;
    private final Map<String, Plane> planes = new LinkedHashMap<>();

    public Frame(int width, int height, List<Plane> planes) {
        this.width = width;
        this.height = height;
        for (Plane p : planes) {
            if (p.width() != width || p.height() != height) {
                throw new IllegalArgumentException("Plane " + p.name() + " does not have the frame's size");
            }
            this.planes.put(p.name(), p);
        }
        for (String color : List.of("R", "G", "B")) {
            plane(color);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// All planes in the order in which they were given.
    public List<Plane> planes() {
        return List.copyOf(planes.values());
    }

    public boolean has(String name) {
        return planes.containsKey(name);
    }

    /// The plane of that name; an [IllegalArgumentException] that lists the names where there is none.
    public Plane plane(String name) {
        Plane p = planes.get(name);
        if (p == null) {
            throw new IllegalArgumentException("No plane \"" + name + "\". Present: " + planes.keySet());
        }
        return p;
    }
}
