# Opens a glTF file and tells where its camera sees points, and where joints are.
#   blender -b --factory-startup -P blender.py -- GLB POINTS FRAME...
# POINTS is a JSON file with a list of [x, y, z] in glTF's axes. Prints one line that begins with BEATBOARD.
import json
import sys

import bpy
import mathutils
import numpy
from bpy_extras.object_utils import world_to_camera_view

# Blender 3.4's importer asks for a name that numpy 1.24, beside it in Debian 12, has dropped.
if not hasattr(numpy, "bool"):
    numpy.bool = bool

glb, points, *frames = sys.argv[sys.argv.index("--") + 1:]
bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene
scene.render.fps = 24
bpy.ops.import_scene.gltf(filepath=glb)
camera = next(o for o in scene.objects if o.type == "CAMERA")
scene.camera = camera
scene.render.resolution_x = 1920
scene.render.resolution_y = 1080
scene.render.resolution_percentage = 100
# The importer knows no animated lens; the camera's extras, which it keeps as properties, have one focal length a frame.
lens = camera.data.lens
focal = list(camera.data.get("focalLengthMillimeters", [])) if not isinstance(
    camera.data.get("focalLengthMillimeters", []), float) else []
out = []
for frame in frames:
    scene.frame_set(int(frame))
    if focal:
        camera.data.lens = lens * focal[int(frame)] / focal[0]
    bpy.context.view_layer.update()
    seen = []
    for x, y, z in json.load(open(points)):
        p = world_to_camera_view(scene, camera, mathutils.Vector((x, -z, y)))
        seen.append([p.x * 1920, (1 - p.y) * 1080, p.z])
    joints = {}
    for o in scene.objects:
        if o.type == "ARMATURE":
            joints[o.name] = {}
            for b in o.pose.bones:
                h = o.matrix_world @ b.head
                joints[o.name][b.name] = [h.x, h.z, -h.y]
    out.append({"frame": int(frame), "points": seen, "joints": joints})
print("BEATBOARD " + json.dumps({
    "frames": out,
    "meshes": sum(o.type == "MESH" for o in scene.objects),
    "lights": sum(o.type == "LIGHT" for o in scene.objects),
    "shapeKeys": sum(len(m.shape_keys.key_blocks) - 1 for m in bpy.data.meshes if m.shape_keys),
}))
