package dev.beatboard.render.mesh;

import dev.beatboard.scene.Shape;
import dev.beatboard.scene.World;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All triangles of a scene in flat arrays: those of the world first, which stay while the world is the same object,
/// then those of the moving shapes, whose positions are copied in every frame. Reused from frame to frame.
public final class Mesh {

    private @Nullable World world;
    private List<Shape> moving = List.of();

    public Shape[] shapes = new Shape[0];
    /// First triangle and first vertex of each shape, with one more entry at the end.
    public int[] firstTriangle = new int[1];

    public int[] firstVertex = new int[1];
    public float[] positions = new float[0];
    public float[] normals = new float[0];
    /// Two numbers per vertex, zero where a shape has none.
    public float[] uvs = new float[0];

    public int[] corners = new int[0];
    public int[] shapeOf = new int[0];
    public int shapeCount;
    public int vertexCount;
    public int triangleCount;
    public int fixedShapes;
    public int fixedVertices;
    public int fixedTriangles;

    /// What has to be made anew after taking in a scene.
    public enum Change {
        /// The world is another one: everything.
        WORLD,
        /// Other moving surfaces.
        SURFACES,
        /// Only positions.
        POSITIONS
    }

    public Change take(World newWorld, List<Shape> newMoving) {
        Change change = Change.POSITIONS;
        if (world != newWorld) {
            shapeCount = 0;
            vertexCount = 0;
            triangleCount = 0;
            newWorld.shapes().forEach(this::append);
            fixedShapes = shapeCount;
            fixedVertices = vertexCount;
            fixedTriangles = triangleCount;
            world = newWorld;
            moving = List.of();
            change = Change.WORLD;
        }
        if (change == Change.WORLD || !sameSurfaces(newMoving)) {
            shapeCount = fixedShapes;
            vertexCount = fixedVertices;
            triangleCount = fixedTriangles;
            newMoving.forEach(this::append);
            change = change == Change.WORLD ? change : Change.SURFACES;
        } else {
            for (int i = 0; i < newMoving.size(); i++) {
                Shape s = newMoving.get(i);
                int at = 3 * firstVertex[fixedShapes + i];
                System.arraycopy(s.positions(), 0, positions, at, s.positions().length);
                System.arraycopy(s.normals(), 0, normals, at, s.normals().length);
                shapes[fixedShapes + i] = s;
            }
        }
        moving = newMoving;
        return change;
    }

    private boolean sameSurfaces(List<Shape> other) {
        if (moving.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < other.size(); i++) {
            Shape a = moving.get(i);
            Shape b = other.get(i);
            if (a.topology() != b.topology()
                    || a.object() != b.object()
                    || a.material() != b.material() && !a.material().equals(b.material())) {
                return false;
            }
        }
        return true;
    }

    private void append(Shape s) {
        int vertices = s.topology().vertexCount();
        int triangles = s.topology().triangleCount();
        reserve(vertexCount + vertices, triangleCount + triangles, shapeCount + 1);
        System.arraycopy(s.positions(), 0, positions, 3 * vertexCount, 3 * vertices);
        System.arraycopy(s.normals(), 0, normals, 3 * vertexCount, 3 * vertices);
        if (s.topology().hasUvs()) {
            System.arraycopy(s.topology().uvs(), 0, uvs, 2 * vertexCount, 2 * vertices);
        } else {
            Arrays.fill(uvs, 2 * vertexCount, 2 * (vertexCount + vertices), 0);
        }
        int[] from = s.topology().triangles();
        int at = 3 * triangleCount;
        for (int i = 0; i < from.length; i++) {
            corners[at + i] = from[i] + vertexCount;
        }
        Arrays.fill(shapeOf, triangleCount, triangleCount + triangles, shapeCount);
        shapes[shapeCount++] = s;
        vertexCount += vertices;
        triangleCount += triangles;
        firstTriangle[shapeCount] = triangleCount;
        firstVertex[shapeCount] = vertexCount;
    }

    private void reserve(int vertices, int triangles, int shapeTotal) {
        if (3 * vertices > positions.length) {
            int n = Math.max(vertices, positions.length / 2);
            positions = Arrays.copyOf(positions, 3 * n);
            normals = Arrays.copyOf(normals, 3 * n);
            uvs = Arrays.copyOf(uvs, 2 * n);
        }
        if (triangles > shapeOf.length) {
            int n = Math.max(triangles, shapeOf.length + shapeOf.length / 2);
            shapeOf = Arrays.copyOf(shapeOf, n);
            corners = Arrays.copyOf(corners, 3 * n);
        }
        if (shapeTotal > shapes.length) {
            int n = Math.max(shapeTotal, 2 * shapes.length);
            shapes = Arrays.copyOf(shapes, n);
            firstTriangle = Arrays.copyOf(firstTriangle, n + 1);
            firstVertex = Arrays.copyOf(firstVertex, n + 1);
        }
    }
}
