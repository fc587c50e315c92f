package dev.beatboard.file.gltf;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what stands still.
final class SetNodes {

    private SetNodes() {}

    /// One node per object of the set, under a node of its own.
    static void write(
            Store store, SetModel set, Geometry geometry, Materials materials, GltfForm form, ArrayNode roots) {
        TreeMap<Integer, Map<Material, List<Shape>>> objects = new TreeMap<>();
        for (Shape s : set.shapes()) {
            if (s.topology().triangleCount() > 0) {
                objects.computeIfAbsent(s.object(), k -> new LinkedHashMap<>())
                        .computeIfAbsent(s.material(), k -> new ArrayList<>())
                        .add(s);
            }
        }
        if (objects.isEmpty()) {
            return;
        }
        ArrayNode nodes = store.list("nodes");
        roots.add(nodes.size());
        ArrayNode children = nodes.addObject().put("name", set.name()).putArray("children");
        objects.forEach((number, parts) -> {
            List<float[]> all = parts.values().stream()
                    .flatMap(List::stream)
                    .map(Shape::positions)
                    .toList();
            Grid grid = form.compressed() ? Grid.around(all) : Grid.EXACT;
            SceneObject object = set.objects().get(number);
            ObjectNode mesh = store.list("meshes").addObject().put("name", object.name());
            ArrayNode primitives = mesh.putArray("primitives");
            parts.forEach((material, shapes) -> {
                Geometry.Merged m = Geometry.merged(
                        shapes.stream().map(Shape::topology).toList(),
                        shapes.stream().map(Shape::positions).toList(),
                        shapes.stream().map(Shape::normals).toList());
                primitives.add(
                        geometry.primitive(m.topology(), m.positions(), m.normals(), grid, materials.add(material)));
            });
            children.add(nodes.size());
            ObjectNode node = nodes.addObject().put("name", object.name());
            node.put("mesh", store.list("meshes").size() - 1);
            node.putObject("extras").put("object", number);
            if (!grid.exact()) {
                double[] o = grid.offset();
                node.putArray("translation").add(o[0]).add(o[1]).add(o[2]);
                node.putArray("scale").add(grid.scale()).add(grid.scale()).add(grid.scale());
            }
        });
    }
}
