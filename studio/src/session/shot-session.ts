import type { Explanation, Generation, Price, Project, Warning } from '../api/answers.ts';
import {
  type KeyframeFields,
  type ShotDocument,
  frameOfKeyframe,
  framesOf,
  keyframeAt,
  rateOf,
} from '../shot/document.ts';
import { CannotEdit, type Edited, withKeyframe } from '../shot/edits.ts';
import { History } from '../shot/history.ts';
import type { FrameRate } from '../shot/timecode.ts';
import type { FrameComment } from './comments.ts';
import { dismissedIn, issueKey, issuesOf, keepDismissed } from './issues.ts';

/**
 * What of a session may change. Parts watch only what they show; `playhead` comes up to 60 times a second.
 *
 * - `shot`: the document, or which keyframe is selected
 * - `playhead`: the frame that is looked at
 * - `playing`: speed or range of playing
 * - `explanation`: what was understood, or that it is stale
 * - `price`: what rendering would cost
 * - `sync`: whether the document is kept by the server
 * - `takes`: renderings of this shot
 * - `comments`: what is said of its frames
 * - `pictures`: a small picture of each keyframe, for the storyboard
 * - `view`: lens or overhead, guides, comparison
 */
export type SessionTopic = 'shot' | 'playhead' | 'playing' | 'explanation' | 'price' | 'sync' | 'takes' | 'comments' | 'pictures' | 'view';

/** Whether the server has the document. */
export type Sync =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly edits: number }
  | { readonly kind: 'signed-out'; readonly edits: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: Project };

/** How the stage is looked at. */
export interface StageView {
  readonly mode: 'lens' | 'overhead';
  readonly guides: { readonly thirds: boolean; readonly safeAreas: boolean; readonly mask?: string };
  /** The take beside the preview, if two are compared. */
  readonly compareWith?: Generation;
}

interface Snapshot {
  readonly shot: ShotDocument;
  readonly selected: number;
  readonly playhead: number;
}

/**
 * One shot on the page: the document with its history, what is selected and looked at, and what the service said of it.
 * Everything on the editor's page shows a session and changes it through its methods; each change dispatches an event
 * named by its topic.
 */
export class ShotSession extends EventTarget {
  #shot: ShotDocument;
  #selected = 0;
  #playhead = 0;
  #speed = 0;
  #range: readonly [number, number] | undefined;
  #explanation: Explanation | undefined;
  #explainFault: string | undefined;
  #stale = true;
  #sync: Sync = { kind: 'saved' };
  #takes: readonly Generation[] = [];
  #comments: readonly FrameComment[] = [];
  #prices = new Map<string, Price>();
  #refusals = new Map<string, string>();
  #pictures: ReadonlyMap<number, string> = new Map();
  #dismissed: ReadonlySet<string>;
  #view: StageView = { mode: 'lens', guides: { thirds: false, safeAreas: false } };
  readonly #history = new History<Snapshot>();

  /** @param readOnly whether edits are refused, as under a link for review */
  constructor(
    public project: Project,
    readonly readOnly = false,
  ) {
    super();
    this.#shot = project.document;
    this.#dismissed = dismissedIn(project.id);
  }

  get shot(): ShotDocument {
    return this.#shot;
  }

  get rate(): FrameRate {
    return rateOf(this.#shot);
  }

  get frames(): number {
    return framesOf(this.#shot);
  }

  /** The selected keyframe, from 0. */
  get selected(): number {
    return this.#selected;
  }

  get keyframe(): KeyframeFields {
    return this.#shot.keyframes[this.#selected] ?? { at: '0s' };
  }

  /** The frame of a keyframe; of the selected one if none is given. */
  frameOf(index = this.#selected): number {
    return frameOfKeyframe(this.#shot, index);
  }

  /** The frame that is looked at. */
  get playhead(): number {
    return this.#playhead;
  }

  /** The keyframe that holds at the playhead. */
  get current(): number {
    return keyframeAt(this.#shot, this.#playhead);
  }

  /** -4 to 4 times; 0 stands. */
  get speed(): number {
    return this.#speed;
  }

  /** What is played, both ends included. */
  get range(): readonly [number, number] {
    return this.#range ?? [0, this.frames - 1];
  }

  get hasRange(): boolean {
    return this.#range !== undefined;
  }

  get explanation(): Explanation | undefined {
    return this.#explanation;
  }

  /** Whether the explanation is of an earlier state of the words. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Why the shot could not be explained, in the service's words. */
  get explainFault(): string | undefined {
    return this.#explainFault;
  }

  get sync(): Sync {
    return this.#sync;
  }

  /** Renderings of this shot, the latest first. */
  get takes(): readonly Generation[] {
    return this.#takes;
  }

  /** What is said of its frames and not done, in their order. */
  get comments(): readonly FrameComment[] {
    return this.#comments;
  }

  /** The address of the picture of a keyframe; undefined while there is none. */
  picture(index: number): string | undefined {
    return this.#pictures.get(index);
  }

  /** What of a keyframe needs a look and was not left as it is. */
  issues(index: number): readonly Warning[] {
    return issuesOf(this.#explanation, this.#shot, index).filter((w) => !this.#dismissed.has(issueKey(this.#shot, w)));
  }

  get view(): StageView {
    return this.#view;
  }

  /** The latest price by resolution; undefined while nobody knows. */
  price(resolution: string): Price | undefined {
    return this.#prices.get(resolution);
  }

  /** Why a resolution is not to be had, in the service's words; undefined if it is or nobody knows. */
  refusal(resolution: string): string | undefined {
    return this.#refusals.get(resolution);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /**
   * Changes the document.
   *
   * @param edit from the old document to the new one, and which keyframe is selected then
   * @param key edits with the same key in quick succession undo as one
   * @param pause what quick means, in milliseconds; a drag lasts as long as it lasts
   * @returns what hinders it, for people; undefined if it is done
   */
  edit(edit: (shot: ShotDocument) => ShotDocument | Edited, key?: string, pause?: number): string | undefined {
    if (this.readOnly) return 'This is a link for review; the shot cannot be changed here.';
    const before: Snapshot = { shot: this.#shot, selected: this.#selected, playhead: this.#playhead };
    let after: ShotDocument | Edited;
    try {
      after = edit(this.#shot);
    } catch (e) {
      if (e instanceof CannotEdit) return e.message;
      throw e;
    }
    const edited: Edited = 'keyframes' in after ? { shot: after, selected: this.#selected } : after;
    if (edited.shot === this.#shot) return undefined;
    this.#history.record(before, key, Date.now(), pause);
    this.#shot = edited.shot;
    this.#selected = clamp(edited.selected, 0, edited.shot.keyframes.length - 1);
    this.#playhead = clamp(this.#playhead, 0, this.frames - 1);
    this.#stale = true;
    this.#tell('shot');
    return undefined;
  }

  /** Changes fields of a keyframe; `undefined` takes a field away. */
  editKeyframe(index: number, change: Partial<KeyframeFields>, key?: string): string | undefined {
    return this.edit((shot) => withKeyframe(shot, index, change), key);
  }

  undo(): void {
    this.#restore(this.#history.undo(this.#snapshot()));
  }

  redo(): void {
    this.#restore(this.#history.redo(this.#snapshot()));
  }

  /** Selects a keyframe, and looks at it unless `look` is false. */
  select(index: number, look = true): void {
    this.#selected = clamp(index, 0, this.#shot.keyframes.length - 1);
    if (look) this.#playhead = this.frameOf();
    this.#tell('shot');
    if (look) this.#tell('playhead');
  }

  /** Looks at a frame. */
  seek(frame: number): void {
    const to = clamp(Math.round(frame), 0, this.frames - 1);
    if (to === this.#playhead) return;
    this.#playhead = to;
    this.#tell('playhead');
  }

  /** Plays at a speed of -4 to 4; 0 stands. The transport moves the playhead. */
  play(speed: number): void {
    if (speed === this.#speed) return;
    this.#speed = clamp(speed, -4, 4);
    this.#tell('playing');
  }

  /** Sets what is played; undefined for all. */
  setRange(range: readonly [number, number] | undefined): void {
    this.#range = range && range[0] < range[1] ? [Math.max(0, range[0]), Math.min(this.frames - 1, range[1])] : undefined;
    this.#tell('playing');
  }

  /** The service has explained a document; it is stale if there is a later one. */
  explained(explanation: Explanation, of: ShotDocument): void {
    this.#explanation = explanation;
    this.#explainFault = undefined;
    this.#stale = of !== this.#shot;
    this.#tell('explanation');
  }

  /** The service could not explain the shot. */
  notExplained(fault: string): void {
    this.#explainFault = fault;
    this.#tell('explanation');
  }

  /** The prices of the present document by resolution, and why others are not to be had. */
  priced(prices: ReadonlyMap<string, Price>, refusals: ReadonlyMap<string, string> = new Map()): void {
    this.#prices = new Map(prices);
    this.#refusals = new Map(refusals);
    this.#tell('price');
  }

  setSync(sync: Sync): void {
    this.#sync = sync;
    this.#tell('sync');
  }

  setTakes(takes: readonly Generation[]): void {
    this.#takes = takes;
    this.#tell('takes');
  }

  setComments(comments: readonly FrameComment[]): void {
    this.#comments = comments;
    this.#tell('comments');
  }

  setPictures(pictures: ReadonlyMap<number, string>): void {
    this.#pictures = pictures;
    this.#tell('pictures');
  }

  /** Leaves something as it is: it is not shown again while the words stay. */
  dismiss(issue: Warning): void {
    this.#dismissed = new Set([...this.#dismissed, issueKey(this.#shot, issue)]);
    keepDismissed(this.project.id, this.#dismissed);
    this.#tell('explanation');
  }

  setView(change: Partial<StageView>): void {
    this.#view = { ...this.#view, ...change };
    this.#tell('view');
  }

  /** Takes over a document that came from elsewhere (another tab, the server); it can be undone. */
  adopt(project: Project): void {
    this.#history.record(this.#snapshot());
    this.project = project;
    this.#shot = project.document;
    this.#selected = clamp(this.#selected, 0, this.#shot.keyframes.length - 1);
    this.#playhead = clamp(this.#playhead, 0, this.frames - 1);
    this.#stale = true;
    this.#tell('shot');
  }

  #snapshot(): Snapshot {
    return { shot: this.#shot, selected: this.#selected, playhead: this.#playhead };
  }

  #restore(snapshot: Snapshot | undefined): void {
    if (!snapshot) return;
    this.#shot = snapshot.shot;
    this.#selected = snapshot.selected;
    this.#playhead = snapshot.playhead;
    this.#stale = true;
    this.#tell('shot');
    this.#tell('playhead');
  }

  #tell(topic: SessionTopic): void {
    this.dispatchEvent(new Event(topic));
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
