package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import java.util.Arrays;

/// Triangles of one material while they are being collected, world space.
final class Surface {

    private float[] positions = new float[96];
    private float[] normals = new float[96];
    private int[] corners = new int[128];
    private int vertices;
    private int cornerCount;

    int vertex(Vec3 p, Vec3 n) {
        int o = 3 * vertices;
        if (o + 3 > positions.length) {
            positions = Arrays.copyOf(positions, 2 * positions.length);
            normals = Arrays.copyOf(normals, 2 * normals.length);
        }
        positions[o] = (float) p.x();
        positions[o + 1] = (float) p.y();
        positions[o + 2] = (float) p.z();
        normals[o] = (float) n.x();
        normals[o + 1] = (float) n.y();
        normals[o + 2] = (float) n.z();
        return vertices++;
    }

    void triangle(int a, int b, int c) {
        if (cornerCount + 3 > corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        corners[cornerCount++] = a;
        corners[cornerCount++] = b;
        corners[cornerCount++] = c;
    }

    void quad(int a, int b, int c, int d) {
        triangle(a, b, c);
        triangle(a, c, d);
    }

    int vertexCount() {
        return vertices;
    }

    float[] positions() {
        return Arrays.copyOf(positions, 3 * vertices);
    }

    float[] normals() {
        return Arrays.copyOf(normals, 3 * vertices);
    }

    int[] triangles() {
        return Arrays.copyOf(corners, cornerCount);
    }
}
