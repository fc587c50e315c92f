"""Prints what Blender's Cryptomatte node selects of an EXR file: a line per name with the mean of its matte.

blender -b -P cryptomatte.py -- FILE LAYER WIDTH HEIGHT FOLDER NAME...
"""

import os
import sys

import bpy

file, layer, width, height, folder, *names = sys.argv[sys.argv.index("--") + 1 :]
bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene
scene.render.resolution_x = int(width)
scene.render.resolution_y = int(height)
scene.render.resolution_percentage = 100
scene.render.image_settings.file_format = "OPEN_EXR"
scene.render.image_settings.color_depth = "32"
scene.use_nodes = True
tree = scene.node_tree
tree.nodes.clear()
mattes = tree.nodes.new("CompositorNodeCryptomatteV2")
mattes.source = "IMAGE"
mattes.image = bpy.data.images.load(file)
mattes.layer_name = layer
composite = tree.nodes.new("CompositorNodeComposite")
tree.links.new(mattes.outputs["Matte"], composite.inputs["Image"])
for name in names:
    mattes.matte_id = name
    scene.render.filepath = os.path.join(folder, "matte.exr")
    bpy.ops.render.render(write_still=True)
    picture = bpy.data.images.load(scene.render.filepath)
    pixels = list(picture.pixels)[0::4]
    print(f"MATTE {name}: {sum(pixels) / len(pixels):.6f}")
    bpy.data.images.remove(picture)
