import { readFileSync } from 'node:fs';
import { type Page, test as base, expect } from '@playwright/test';
import type { ShotDocument } from '../src/shot/document.ts';

/** What a project is kept as. */
export interface MadeProject {
  readonly id: string;
  readonly title: string;
}

interface Options {
  /**
   * Whether the picture of a shot is drawn. Without a graphics card that takes nearly all of a test's time; where words and
   * timeline are meant, the stage can go on being set.
   */
  readonly staged: boolean;
}

interface Fixtures {
  /** Keeps a shot as a new project of the owner and tells its id. */
  readonly makeProject: (shot: ShotDocument) => Promise<MadeProject>;
  /** Finds what axe-core finds wrong on the page as it is. */
  readonly accessibilityFaults: (within?: string) => Promise<readonly string[]>;
}

/** A shot of two people that is quick to stage. */
export const TWO: ShotDocument = {
  title: 'The handover',
  duration: '6s',
  keyframes: [
    { at: '0s', prompt: 'Wide shot, office corridor, overhead fluorescent light. Daniel, a man in a navy suit, walks toward the camera.' },
    { at: '60f', prompt: 'Medium shot. He stops and waves.' },
    { at: '100f', prompt: 'Cut to a close-up of Daniel, a warm smile.' },
  ],
};

/** A page of the owner of a local service, or of whoever's key the development server adds. */
export const test = base.extend<Options & Fixtures>({
  staged: [true, { option: true }],
  page: async ({ page, staged }, use) => {
    if (!staged) await page.route('**/v1/shots/preview', () => undefined);
    await use(page);
  },
  makeProject: async ({ page, baseURL }, use) => {
    await enter(page);
    await use(async (shot) => {
      const answer = await page.request.post('/v1/projects', {
        data: { title: shot.title ?? 'Untitled', document: shot },
        headers: { Origin: new URL(baseURL ?? '').origin },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      return (await answer.json()) as MadeProject;
    });
  },
  accessibilityFaults: async ({ page }, use) => {
    await use(async (within) => {
      const source = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
      // Through the debugger's own door: the page's policy lets no foreign script in, as it should.
      await page.evaluate(source);
      return page.evaluate(async (selector) => {
        const axe = (globalThis as unknown as { axe: { run(c: unknown): Promise<{ violations: AxeViolation[] }> } }).axe;
        interface AxeViolation {
          id: string;
          help: string;
          nodes: { html: string }[];
        }
        // A color on its way to another is neither.
        const turning = document.getAnimations().filter((a) => a instanceof CSSTransition);
        await Promise.allSettled(turning.map((a) => a.finished));
        const { violations } = await axe.run(selector ?? document);
        return violations.map((v) => `${v.id}: ${v.help} at ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
      }, within);
    });
  },
});

/** Opens the studio once, so that the owner's session begins. */
export async function enter(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

export { expect };
