/** A kind of file that can be ordered, as `formats` of an order names it. */
export interface Format {
  readonly name: string;
  readonly label: string;
  /** What it is and whom it is for, in a line. */
  readonly about: string;
}

/** All kinds of files; those that a service does not know are not offered. */
export const FORMATS: readonly Format[] = [
  { name: 'mp4', label: 'MP4', about: 'H.264, for the web and every player.' },
  { name: 'hdr10', label: 'HDR10', about: 'HEVC with PQ, for HDR displays.' },
  { name: 'hlg', label: 'HLG', about: 'HEVC with hybrid log-gamma, for HDR broadcast.' },
  { name: 'prores', label: 'ProRes', about: 'ProRes 4444 with alpha, for editing and compositing.' },
  { name: 'png', label: 'PNG', about: 'A picture of each frame.' },
  { name: 'exr', label: 'EXR', about: 'Scene-linear frames with layers and mattes, for compositing.' },
  { name: 'camera', label: 'Camera', about: 'The camera as CHAN, USD and text, for matchmoving and CG.' },
  { name: 'edit', label: 'Edit', about: 'OTIO, EDL, FCPXML, shot list and storyboard, for editors and the set.' },
  { name: 'comp', label: 'Comp', about: 'Nuke and Fusion compositions of the EXR files.' },
  { name: 'tracks', label: 'Tracks', about: 'Every joint, face and gaze as JSON, CSV and BVH.' },
  { name: 'gltf', label: 'glTF', about: 'People, set, lights and camera, for Blender and CG.' },
  { name: 'web', label: 'Web glTF', about: 'The same, compressed for browsers.' },
  { name: 'guides', label: 'Guides', about: 'Depth, poses, segments and motion, for neural video.' },
  { name: 'job', label: 'Farm job', about: 'A job template for render farms.' },
];

/** A layer of EXR files, as `layers` of an order names it. */
export interface Layer {
  readonly name: string;
  readonly label: string;
  readonly about: string;
}

export const LAYERS: readonly Layer[] = [
  { name: 'beauty', label: 'Picture', about: 'Scene-linear, after exposure, with coverage.' },
  { name: 'depth', label: 'Depth', about: 'Meters along the optical axis.' },
  { name: 'id', label: 'Object numbers', about: 'Which object a pixel shows.' },
  { name: 'normals', label: 'Normals', about: 'World space, as shading used them.' },
  { name: 'position', label: 'Position', about: 'World space, in meters.' },
  { name: 'motion', label: 'Motion', about: 'To the next frame and from the one before, in pixels.' },
  { name: 'albedo', label: 'Albedo', about: 'Color of surfaces without light.' },
  { name: 'diffuse', label: 'Diffuse', about: 'Light that surfaces scatter.' },
  { name: 'specular', label: 'Specular', about: 'Light that surfaces mirror.' },
  { name: 'emission', label: 'Emission', about: 'What shines itself, and the sky.' },
  { name: 'shadow', label: 'Shadow', about: 'Share of the lamps’ light that arrives.' },
  { name: 'ambient', label: 'Ambient', about: 'How open a surface is to its surroundings.' },
  { name: 'lights', label: 'Lights', about: 'What each group of lamps gives, and bounced light.' },
  { name: 'cryptomatte', label: 'Mattes', about: 'Cryptomatte of objects and performers.' },
];

/** Color spaces of EXR files, as `color_spaces` of an order names them. */
export const COLOR_SPACES: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'linear-rec709', label: 'Linear Rec. 709' },
  { name: 'acescg', label: 'ACEScg' },
  { name: 'aces2065-1', label: 'ACES2065-1' },
];

/** A choice of several names at once; without names it stands for all that there are. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly names?: readonly string[];
}

export const FILE_PRESETS: readonly Preset[] = [
  { id: 'mp4', label: 'MP4', names: ['mp4'] },
  { id: 'mp4-exr', label: 'MP4 and EXR', names: ['mp4', 'exr'] },
  {
    id: 'compositing',
    label: 'Everything for compositing',
    names: ['mp4', 'prores', 'exr', 'camera', 'edit', 'comp', 'tracks', 'gltf'],
  },
  { id: 'all', label: 'All' },
];

export const LAYER_PRESETS: readonly Preset[] = [
  { id: 'plain', label: 'Picture, depth, ids', names: [] },
  { id: 'mattes', label: 'Depth, mattes', names: ['beauty', 'depth', 'cryptomatte'] },
  { id: 'light', label: 'Light by light', names: ['beauty', 'diffuse', 'specular', 'emission', 'lights'] },
  { id: 'all', label: 'All layers' },
];

/** The names of a preset among those that the service knows. */
export function namesOf(preset: Preset, known: readonly string[]): readonly string[] {
  return preset.names ? preset.names.filter((n) => known.includes(n)) : known;
}

/** The preset that is exactly these names. */
export function presetOf(presets: readonly Preset[], names: readonly string[], known: readonly string[]): Preset | undefined {
  const key = (n: readonly string[]) => [...n].sort().join();
  return presets.find((p) => key(namesOf(p, known)) === key(names));
}
