package dev.beatboard.scene;

import dev.beatboard.math.Vec3;
import java.util.List;

/// What stands still: the set with everything on it. Compared by identity, and made once per set and lighting.
public final class World {

    private final String name;
    private final List<Shape> shapes;
    private final List<SceneObject> objects;
    private final Vec3 low;
    private final Vec3 high;

    /// @param objects all objects of the scene, moving ones included; number 0 is "nothing"
    /// @param low corner of the region in which people and the camera are, for probes
    public World(String name, List<Shape> shapes, List<SceneObject> objects, Vec3 low, Vec3 high) {
        this.name = name;
        this.shapes = List.copyOf(shapes);
        this.objects = List.copyOf(objects);
        this.low = low;
        this.high = high;
    }

    public String name() {
        return name;
    }

    public List<Shape> shapes() {
        return shapes;
    }

    public List<SceneObject> objects() {
        return objects;
    }

    public Vec3 low() {
        return low;
    }

    public Vec3 high() {
        return high;
    }

    public int triangleCount() {
        return shapes.stream().mapToInt(s -> s.topology().triangleCount()).sum();
    }
}
