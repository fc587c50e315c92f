import type { GenerationFile } from '../api/answers.ts';
import { FORMATS } from './formats.ts';

/** A download that people know by name: the main file of what was ordered. */
export interface Download {
  readonly label: string;
  readonly name: string;
  readonly about: string;
  readonly bytes?: number;
}

interface Kind {
  readonly label: string;
  /** The format that brings it; none for what always comes. */
  readonly format?: string;
  readonly file: RegExp;
  readonly about: string;
  /** Whether it has a button of its own. */
  readonly main?: boolean;
}

const KINDS: readonly Kind[] = [
  { label: 'MP4', format: 'mp4', file: /^clip\.mp4$/, about: aboutFormat('mp4'), main: true },
  { label: 'HDR10', format: 'hdr10', file: /^clip\.hdr10\.mp4$/, about: aboutFormat('hdr10'), main: true },
  { label: 'HLG', format: 'hlg', file: /^clip\.hlg\.mp4$/, about: aboutFormat('hlg'), main: true },
  { label: 'ProRes', format: 'prores', file: /^clip\.mov$/, about: aboutFormat('prores'), main: true },
  { label: 'EXR zip', format: 'exr', file: /^exr\.zip$/, about: aboutFormat('exr'), main: true },
  { label: 'Tracks', format: 'tracks', file: /^tracks\.json$/, about: aboutFormat('tracks'), main: true },
  { label: 'OTIO', format: 'edit', file: /\.otio$/, about: 'The cut, for editing programs.', main: true },
  { label: 'Camera', format: 'camera', file: /^camera\.usda$/, about: 'The camera as USD.', main: true },
  { label: 'Nuke', format: 'comp', file: /\.nk$/, about: 'A composition of the EXR files for Nuke.', main: true },
  { label: 'glTF', format: 'gltf', file: /^shot\.glb$/, about: aboutFormat('gltf'), main: true },
  { label: 'Web glTF', format: 'web', file: /^shot\.web\.glb$/, about: aboutFormat('web') },
  { label: 'Fusion', format: 'comp', file: /\.comp$/, about: 'A composition of the EXR files for Fusion.' },
  { label: 'EDL', format: 'edit', file: /\.edl$/, about: 'The cut as a list that every editing program reads.' },
  { label: 'FCPXML', format: 'edit', file: /\.fcpxml$/, about: 'The cut, for Final Cut Pro and Resolve.' },
  { label: 'Shot list', format: 'edit', file: /^shot-list\.csv$/, about: 'The keyframes as a table.' },
  { label: 'Storyboard', format: 'edit', file: /^storyboard\.pdf$/, about: 'A picture and the words of each keyframe, to print.' },
  { label: 'Camera, CHAN', format: 'camera', file: /\.chan$/, about: 'The camera for Nuke and others.' },
  { label: 'Camera, text', format: 'camera', file: /^camera\.txt$/, about: 'The camera as a table of poses.' },
  { label: 'Motion', format: 'tracks', file: /\.bvh$/, about: 'A performer’s skeleton in motion.' },
  { label: 'Track points', format: 'tracks', file: /^track-.*\.csv$/, about: 'The tracks as a table.' },
  { label: 'Farm job', format: 'job', file: /^job\.yaml$/, about: aboutFormat('job') },
  { label: 'Guides', format: 'guides', file: /^guides\//, about: aboutFormat('guides') },
  { label: 'Frame', format: 'png', file: /^png\//, about: 'A frame as a picture.' },
  { label: 'Contact sheet', file: /^contact-sheet\.png$/, about: 'All keyframes on one picture.' },
  { label: 'Report', file: /^report\.html$/, about: 'Asked, staged and measured, as a page.', main: true },
  { label: 'Report, data', file: /^report\.json$/, about: 'The same for programs.' },
  { label: 'Credits', file: /^credits\.txt$/, about: 'Whose work is in the pictures, and under which license.', main: true },
  { label: 'Shot', file: /^shot\.json$/, about: 'The shot as it was rendered.' },
  { label: 'Provenance', file: /^provenance\./, about: 'The signed list of all files.' },
  { label: 'Picture', file: /^still\.(jpg|png)$/, about: 'The picture.', main: true },
];

/** The files that a take has, with what they are; those with a button of their own, and all. */
export function downloads(files: readonly GenerationFile[], exr: { count: number; bytes: number } | undefined): {
  readonly main: readonly Download[];
  readonly all: readonly Download[];
} {
  const there = files.map((f) => ({ name: f.name, bytes: f.bytes }));
  if (exr?.count) there.push({ name: 'exr.zip', bytes: exr.bytes });
  const all = there.map((f): Download & { readonly order: number } => {
    const at = KINDS.findIndex((k) => k.file.test(f.name));
    const kind = KINDS[at];
    return { ...f, label: kind?.label ?? 'File', about: kind?.about ?? '', order: at < 0 ? KINDS.length : at };
  });
  all.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
  return { main: all.filter((d) => KINDS[d.order]?.main === true), all };
}

/** What will be there when a take with these formats is done. */
export function awaited(formats: readonly string[]): readonly string[] {
  const ordered = KINDS.filter((k) => k.main && (k.format ? formats.includes(k.format) : /report|credits/.test(k.file.source)));
  return ordered.map((k) => k.label);
}

/** `60 kB`, `42 MB`, `1.2 GB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[Math.max(0, unit)]}`;
}

function aboutFormat(name: string): string {
  return FORMATS.find((f) => f.name === name)?.about ?? '';
}
