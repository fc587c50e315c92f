import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import type { ShotProblem } from '../api/answers.ts';
import type { ShotDocument } from '../shot/document.ts';
import { sizeOf } from '../editor/paste-guard.ts';
import { storyboard } from './beats.ts';
import { kindOf } from './file-kind.ts';
import { messageOf } from './new-shot.ts';

/** The format of shot files that this studio writes and reads. */
export const FORMAT = 1;
/** The largest file that is read; the service takes documents of 1 MB. */
const LARGEST = 1_000_000;

/** What is taken instead, and that nothing else happened. */
const WANTED = 'A shot file, a CSV shot list or a text belongs here. Nothing was changed.';

/** A shot that was read out of a file, with what is worth knowing, or why it was not. */
export type Imported =
  | { readonly shot: ShotDocument; readonly notices: readonly string[] }
  | { readonly title: string; readonly fault: string };

interface ImportAnswer {
  readonly shot: ShotDocument;
  readonly notices: readonly (string | ShotProblem)[];
  readonly valid: boolean;
  readonly problems: readonly ShotProblem[];
}

/**
 * Reads a shot file (YAML or JSON), a shot list (CSV) or a list as plain text. Whatever it is not is told with the name
 * of the file; nothing is kept.
 */
export async function readShotFile(file: File): Promise<Imported> {
  const name = file.name;
  if (file.size === 0) return { title: `${name} is empty`, fault: WANTED };
  if (file.size > LARGEST) {
    return { title: `${name} is too large`, fault: `It has ${sizeOf(file.size)}, a shot file has at most 1 MB.` };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = pictureKind(bytes);
  if (picture) {
    return { title: `${name} is a picture`, fault: `It begins like ${picture}. ${WANTED}` };
  }
  if (/\.(png|jpe?g|gif|webp|exr|bmp|tiff?|heic|avif)$/i.test(name)) {
    return { title: `${name} is not a picture`, fault: `It begins with ${beginning(bytes)}. ${WANTED}` };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    return { title: `${name} is not a shot`, fault: `It is no text in UTF-8: it begins with ${beginning(bytes)}. ${WANTED}` };
  }
  return readShotText(text, name);
}

/** Reads the text of a shot file or list. */
export async function readShotText(text: string, name: string): Promise<Imported> {
  const title = name.replace(/\.[^.]+$/, '').slice(0, 80) || 'Imported';
  const kind = kindOf(text, name);
  try {
    if (kind === 'markup') return { title: `${name} is not a shot`, fault: `It begins with ${quoted(text)}. ${WANTED}` };
    if (kind === 'json') return fromJson(text, name, title);
    if (kind === 'csv') return fromAnswer(await sent(text, 'text/csv', title), name);
    if (kind === 'yaml') {
      const version = /^version:\s*["']?(\d+)/m.exec(text)?.[1];
      if (version && Number(version) > FORMAT) return newer(name, version);
      return fromAnswer(await sent(text, 'application/yaml', title), name);
    }
    const list = storyboard(text);
    return { shot: list.shot.title === 'Untitled' ? { ...list.shot, title } : list.shot, notices: list.notices };
  } catch (e) {
    if (e instanceof Problem && e.status === 415) {
      return { title: `${name} was not read`, fault: 'This server reads shot files only as JSON. Save it as JSON and choose it again.' };
    }
    return { title: `${name} was not read`, fault: messageOf(e) };
  }
}

function sent(text: string, type: string, title: string): Promise<ImportAnswer> {
  return api.post<ImportAnswer>(`/v1/shots/import?title=${encodeURIComponent(title)}`, text, { headers: { 'Content-Type': type } });
}

function fromAnswer(answer: ImportAnswer, name: string): Imported {
  if (!answer.valid && answer.problems.length) {
    return { title: `${name} is not a shot`, fault: answer.problems.slice(0, 3).map((p) => p.message).join(' ') };
  }
  return { shot: answer.shot, notices: answer.notices.map((n) => (typeof n === 'string' ? n : n.message)) };
}

async function fromJson(text: string, name: string, title: string): Promise<Imported> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (e) {
    return { title: `${name} is not JSON`, fault: e instanceof Error ? `${e.message}.` : 'It cannot be read.' };
  }
  if (!value || typeof value !== 'object' || Array.isArray(value)) {
    return { title: `${name} is not a shot`, fault: 'It holds no fields. A shot has a duration and keyframes.' };
  }
  const version = Number((value as Record<string, unknown>)['version'] ?? FORMAT);
  if (version > FORMAT) return newer(name, String(version));
  const check = await api.post<{ valid: boolean; problems: readonly ShotProblem[]; notices: readonly ShotProblem[] }>('/v1/shots/validate', value);
  if (!check.valid) return { title: `${name} is not a shot`, fault: check.problems.slice(0, 3).map((p) => p.message).join(' ') };
  const shot = value as ShotDocument;
  return { shot: shot.title ? shot : { ...shot, title }, notices: check.notices.map((n) => n.message) };
}

function newer(name: string, version: string): Imported {
  return {
    title: 'Written by a newer Beatboard',
    fault: `${name} has shot format ${version}. This server reads up to ${FORMAT}. Nothing was changed.`,
  };
}

function quoted(text: string): string {
  const first = text.trim().slice(0, 12);
  return first.startsWith('<') ? `“${first}”, so it may be a saved web page` : `“${first}”`;
}

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x52, 0x49, 0x46, 0x46], 'a WebP picture or a film'],
  [[0x76, 0x2f, 0x31, 0x01], 'an EXR picture'],
];

function pictureKind(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([s]) => s.every((b, i) => bytes[i] === b))?.[1];
}

/** The first words of a text, or the first bytes of what is none. */
function beginning(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.slice(0, 24)).trim();
  if (text !== '' && !/[\uFFFD\u0000-\u0008]/.test(text)) return quoted(text);
  return [...bytes.slice(0, 4)].map((b) => b.toString(16).padStart(2, '0')).join(' ');
}
