"""Renders a scene folder of Beatboard (dev.beatboard.file.blender.SceneFolder) by Blender's Cycles.

blender -b --factory-startup --python-exit-code 1 --python scene.py -- FOLDER THREADS NAME:SAMPLES:SEED...

Writes FOLDER/NAME.f32 for each job (rows from the top, red, green, blue, scene-linear Rec.709, little-endian floats),
FOLDER/NAME.exr, and FOLDER/NAME.json with the seconds it took. The first job of a process builds the scene and the
tree over it; later ones find both ready, as a renderer does that works on frame after frame.
"""
import json
import math
import os
import sys
import time

import bpy
import numpy as np
from mathutils import Matrix

ARGUMENTS = sys.argv[sys.argv.index("--") + 1:]
FOLDER = ARGUMENTS[0]
THREADS = int(ARGUMENTS[1])
JOBS = [job.split(":") for job in ARGUMENTS[2:]]


def numbers(name, kind):
    return np.fromfile(os.path.join(FOLDER, name), dtype=kind)


def turned(v):
    """From y up to Blender's z up."""
    return (v[0], -v[2], v[1])


def columns(x, y, z, origin):
    m = Matrix.Identity(4)
    for i, c in enumerate((x, y, z, origin)):
        for k in range(3):
            m[k][i] = c[k]
    return m


def unit(v):
    length = math.sqrt(sum(c * c for c in v))
    return tuple(c / length for c in v)


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def material(albedo):
    m = bpy.data.materials.new("diffuse")
    m.use_nodes = True
    tree = m.node_tree
    tree.nodes.clear()
    out = tree.nodes.new("ShaderNodeOutputMaterial")
    body = tree.nodes.new("ShaderNodeBsdfDiffuse")
    body.inputs["Color"].default_value = (*albedo, 1)
    body.inputs["Roughness"].default_value = 0
    tree.links.new(body.outputs[0], out.inputs[0])
    return m


def surfaces(scene, shapes):
    """All shapes as one mesh, which Cycles traces faster than many."""
    points = numbers("positions.f32", "<f4").reshape(-1, 3)
    normals = numbers("normals.f32", "<f4").reshape(-1, 3)
    corners = numbers("corners.i32", "<i4").reshape(-1, 3)
    owner = np.repeat(np.arange(len(shapes)), numbers("triangles.i32", "<i4"))
    # A triangle that names a vertex twice has no area, and Blender wants none of these.
    whole = (corners[:, 0] != corners[:, 1]) & (corners[:, 1] != corners[:, 2]) & (corners[:, 2] != corners[:, 0])
    corners = corners[whole]
    owner = owner[whole]
    points = np.ascontiguousarray(np.stack([points[:, 0], -points[:, 2], points[:, 1]], axis=1))
    normals = np.stack([normals[:, 0], -normals[:, 2], normals[:, 1]], axis=1)
    # Normals that point to the back of their triangle by its winding would be turned away from whoever looks at it.
    a, b, c = points[corners[:, 0]], points[corners[:, 1]], points[corners[:, 2]]
    facing = np.einsum("ij,ij->i", np.cross(b - a, c - a), normals[corners].sum(axis=1))
    corners[facing < 0] = corners[facing < 0][:, ::-1]
    mesh = bpy.data.meshes.new("all")
    slots = {}
    of = np.zeros(len(shapes), np.int32)
    for i, s in enumerate(shapes):
        albedo = tuple(s["albedo"])
        if albedo not in slots:
            slots[albedo] = len(slots)
            mesh.materials.append(material(albedo))
        of[i] = slots[albedo]
    count = len(corners)
    mesh.vertices.add(len(points))
    mesh.vertices.foreach_set("co", points.ravel())
    mesh.loops.add(3 * count)
    mesh.loops.foreach_set("vertex_index", np.ascontiguousarray(corners.ravel()))
    mesh.polygons.add(count)
    mesh.polygons.foreach_set("loop_start", np.arange(0, 3 * count, 3, dtype=np.int32))
    mesh.polygons.foreach_set("loop_total", np.full(count, 3, np.int32))
    mesh.polygons.foreach_set("material_index", np.ascontiguousarray(of[owner]))
    mesh.polygons.foreach_set("use_smooth", np.ones(count, bool))
    mesh.update(calc_edges=True)
    mesh.use_auto_smooth = True
    mesh.auto_smooth_angle = math.pi
    mesh.normals_split_custom_set_from_vertices(normals.tolist())
    scene.collection.objects.link(bpy.data.objects.new("all", mesh))


def emitter(scene, e):
    if e["kind"] == "rectangle":
        u, v = turned(e["u"]), turned(e["v"])
        lamp = bpy.data.lights.new("rectangle", "AREA")
        lamp.shape = "RECTANGLE"
        lamp.size = 2 * math.sqrt(sum(c * c for c in u))
        lamp.size_y = 2 * math.sqrt(sum(c * c for c in v))
        lamp.spread = math.pi
        # Of lamps of power P and area A Cycles makes the radiance P / 4 A.
        power = [4 * lamp.size * lamp.size_y * c for c in e["radiance"]]
        # Lamps shine along their own -z.
        pose = columns(unit(u), [-c for c in unit(v)], [-c for c in unit(cross(u, v))], turned(e["center"]))
    elif e["kind"] == "ball":
        lamp = bpy.data.lights.new("ball", "POINT")
        lamp.shadow_soft_size = max(0.005, e["radius"])
        power = [4 * math.pi * math.pi * c for c in e["intensity"]]
        pose = columns((1, 0, 0), (0, 1, 0), (0, 0, 1), turned(e["center"]))
    else:
        lamp = bpy.data.lights.new("sun", "SUN")
        lamp.angle = 2 * e["angularRadius"]
        power = e["irradiance"]
        z = unit(turned(e["toward"]))
        x = unit(cross((0, 0, 1) if abs(z[2]) < 0.9 else (1, 0, 0), z))
        pose = columns(x, cross(z, x), z, (0, 0, 0))
    most = max(max(power), 1e-30)
    lamp.energy = most
    lamp.color = [c / most for c in power]
    lamp.cycles.max_bounces = 1024
    lamp.cycles.use_multiple_importance_sampling = True
    o = bpy.data.objects.new(lamp.name, lamp)
    o.matrix_world = pose
    o.visible_camera = False
    scene.collection.objects.link(o)


def world(scene, sky):
    w = bpy.data.worlds.new("sky")
    w.use_nodes = True
    tree = w.node_tree
    tree.nodes.clear()
    out = tree.nodes.new("ShaderNodeOutputWorld")
    light = tree.nodes.new("ShaderNodeBackground")
    tree.links.new(light.outputs[0], out.inputs[0])
    if "radiance" in sky:
        light.inputs["Color"].default_value = (*sky["radiance"], 1)
    else:
        wide, high = sky["width"], sky["height"]
        image = bpy.data.images.new("sky", wide, high, alpha=False, float_buffer=True)
        image.colorspace_settings.name = "Linear"
        pixels = np.ones((high, wide, 4), np.float32)
        pixels[:, :, :3] = numbers("sky.f32", "<f4").reshape(high, wide, 3)[::-1] * sky["scale"]
        image.pixels.foreach_set(pixels.ravel())
        image.pack()
        picture = tree.nodes.new("ShaderNodeTexEnvironment")
        picture.image = image
        picture.projection = "EQUIRECTANGULAR"
        picture.interpolation = "Linear"
        turn = tree.nodes.new("ShaderNodeMapping")
        turn.vector_type = "POINT"
        turn.inputs["Rotation"].default_value = (0, 0, sky["turn"] - math.pi / 2)
        place = tree.nodes.new("ShaderNodeTexCoord")
        tree.links.new(place.outputs["Generated"], turn.inputs["Vector"])
        tree.links.new(turn.outputs["Vector"], picture.inputs["Vector"])
        tree.links.new(picture.outputs["Color"], light.inputs["Color"])
    w.cycles.sampling_method = "AUTOMATIC"
    w.cycles.max_bounces = 1024
    scene.world = w


def camera(scene, c):
    lens = bpy.data.cameras.new("lens")
    lens.type = "PERSP"
    lens.sensor_fit = "HORIZONTAL"
    lens.sensor_width = c["sensorWidth"]
    lens.lens = c["focalLength"]
    lens.clip_start = 1e-3
    lens.clip_end = 1e5
    if c["apertureRadius"] > 0:
        lens.dof.use_dof = True
        lens.dof.focus_distance = c["focusDistance"]
        lens.dof.aperture_fstop = c["focalLength"] * 1e-3 / (2 * c["apertureRadius"])
    o = bpy.data.objects.new("lens", lens)
    o.matrix_world = columns(turned(c["right"]), turned(c["up"]), turned(c["back"]), turned(c["position"]))
    scene.collection.objects.link(o)
    scene.camera = o


def settings(scene, width, height):
    r = scene.render
    r.engine = "CYCLES"
    r.resolution_x = width
    r.resolution_y = height
    r.resolution_percentage = 100
    r.threads_mode = "FIXED"
    r.threads = THREADS
    r.use_persistent_data = True
    r.use_motion_blur = False
    r.film_transparent = False
    r.image_settings.file_format = "OPEN_EXR"
    r.image_settings.color_mode = "RGBA"
    r.image_settings.color_depth = "32"
    scene.view_settings.view_transform = "Raw"
    c = scene.cycles
    c.device = "CPU"
    c.use_denoising = False
    c.use_adaptive_sampling = False
    c.use_fast_gi = False
    c.use_auto_tile = False
    c.pixel_filter_type = "BOX"
    c.light_sampling_threshold = 0
    c.sample_clamp_direct = 0
    c.sample_clamp_indirect = 0
    c.blur_glossy = 0
    for kind in ("max", "diffuse", "glossy", "transmission", "transparent_max"):
        setattr(c, kind + "_bounces", 128)


def main():
    with open(os.path.join(FOLDER, "scene.json"), encoding="utf-8") as file:
        told = json.load(file)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    settings(scene, told["width"], told["height"])
    surfaces(scene, told["shapes"])
    for e in told["emitters"]:
        emitter(scene, e)
    world(scene, told["sky"])
    camera(scene, told["camera"])
    for name, samples, seed in JOBS:
        scene.cycles.samples = int(samples)
        scene.cycles.seed = int(seed)
        target = os.path.join(FOLDER, name)
        start = time.perf_counter()
        bpy.ops.render.render()
        seconds = time.perf_counter() - start
        bpy.data.images["Render Result"].save_render(target + ".exr", scene=scene)
        image = bpy.data.images.load(target + ".exr")
        image.colorspace_settings.name = "Raw"
        pixels = np.empty(told["width"] * told["height"] * 4, np.float32)
        image.pixels.foreach_get(pixels)
        bpy.data.images.remove(image)
        pixels = pixels.reshape(told["height"], told["width"], 4)[::-1, :, :3]
        np.ascontiguousarray(pixels, "<f4").tofile(target + ".f32")
        with open(target + ".json", "w", encoding="utf-8") as file:
            json.dump({"seconds": seconds, "samples": int(samples), "seed": int(seed), "program": bpy.app.version_string}, file)


main()
