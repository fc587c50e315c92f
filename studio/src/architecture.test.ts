import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const SRC = 'src';

/** What the parts of the page may import besides themselves, and why not more. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // A shot file and what can be done to it; no page is needed to test it.
  shot: ['api'],
  // The service's answers; they hold shots.
  api: ['shot'],
  // One shot on the page, whoever shows it.
  session: ['api', 'shot', 'shell'],
  // What all views share; app.ts alone opens views.
  shell: ['api', 'session', 'start', 'editor', 'render', 'cast', 'account', 'review'],
  // Pictures of a shot; knows no editor, so that a link for review can show them.
  preview: ['api', 'session', 'shell', 'shot'],
  editor: ['api', 'session', 'shell', 'shot', 'preview', 'start'],
  start: ['api', 'session', 'shell', 'shot', 'editor'],
  render: ['api', 'session', 'shell', 'shot', 'editor'],
  review: ['api', 'session', 'shell', 'shot', 'editor', 'render', 'preview'],
  cast: ['api', 'session', 'shell', 'shot', 'preview'],
  account: ['api', 'session', 'shell', 'shot'],
};

interface Source {
  readonly part: string;
  readonly path: string;
  readonly text: string;
}

function sources(): readonly Source[] {
  return readdirSync(SRC, { withFileTypes: true })
    .filter((d) => d.isDirectory() && d.name !== 'styles')
    .flatMap((d) =>
      readdirSync(join(SRC, d.name))
        .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
        .map((f) => ({ part: d.name, path: join(SRC, d.name, f), text: readFileSync(join(SRC, d.name, f), 'utf8') })),
    );
}

test('parts import what the table says', () => {
  const breaches = sources().flatMap(({ part, path, text }) =>
    [...text.matchAll(/(?:from |import |import\()'\.\.\/([a-z]+)\//g)]
      .map((m) => m[1] ?? '')
      .filter((to) => to !== 'styles' && !(MAY_IMPORT[part] ?? []).includes(to))
      .map((to) => `${path} imports ${to}`),
  );
  expect(breaches).toEqual([]);
});

test('each element has one definition, since the second one would stop its view from opening', () => {
  const names = sources().flatMap(({ text }) => [...text.matchAll(/@customElement\('([^']+)'\)/g)].map((m) => m[1]));
  expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
});

test('markup has no style attributes and nothing is put in as raw markup, which the policy of the page forbids', () => {
  const breaches = sources()
    .filter(({ text }) => /\sstyle="|\sstyle=\$\{|innerHTML|insertAdjacentHTML|unsafeHTML|document\.write|\beval\(/.test(text))
    .map(({ path }) => path);
  expect(breaches).toEqual([]);
});

test('no file has more than 600 lines, and nothing is any', () => {
  const breaches = sources()
    .filter(({ text }) => text.split('\n').length > 600 || /: any\b|as any\b|@ts-ignore|@ts-nocheck/.test(text))
    .map(({ path }) => path);
  expect(breaches).toEqual([]);
});
