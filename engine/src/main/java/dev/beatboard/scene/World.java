package dev.beatboard.scene;

import dev.beatboard.math.Vec3;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What stands still: the set with everything on it. Compared by identity, and made once per set and lighting.
public final class World {

    /// In mattes: what is there and belongs to no object, as walls.
    private static final String SET = "set";

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

    /// A name of its own for each object, by number: that of the object, and from the second of a name on its number
    /// among them, `chair.2`; number 0 is the set itself. The same for every lighting of a set.
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < objects.size(); i++) {
            String own = i == 0 ? SET : objects.get(i).name();
            String name = own;
            for (int k = 2; !names.add(name); k++) {
                name = own + "." + k;
            }
        }
        return List.copyOf(names);
    }

    public int triangleCount() {
        return shapes.stream().mapToInt(s -> s.topology().triangleCount()).sum();
    }
}
