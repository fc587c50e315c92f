/**
 * The answers of the service as far as the studio reads them; `/openapi.json` describes them in full.
 */

import type { ShotDocument } from '../shot/document.ts';

export interface Word {
  readonly text: string;
  /** UTF-16 units in the prompt. */
  readonly start: number;
  readonly end: number;
  readonly fate: string;
  readonly slot?: string;
  readonly value?: string;
  readonly reason: string;
}

export interface Checks {
  readonly camera: boolean;
  readonly subject: boolean;
  readonly light: boolean;
  readonly action: boolean;
}

export interface ExplainedKeyframe {
  readonly at: string;
  readonly frame: number;
  readonly caption: string;
  readonly summary?: string;
  readonly checks: Checks;
  readonly words: readonly Word[];
}

export interface Decision {
  /** From 0; -1 for the whole shot. */
  readonly keyframe: number;
  readonly slot: string;
  readonly value: string;
  readonly reason: string;
  readonly alternatives: readonly string[];
}

/** A remedy: `edit` takes the place of a stretch of the text, or is appended where none is meant. */
export interface Suggestion {
  readonly label: string;
  readonly edit: string;
  /** UTF-16 units in the text; -1 where `edit` is appended; without it the warning's stretch is meant. */
  readonly start?: number;
  readonly end?: number;
}

export interface Warning {
  readonly code: string;
  /** From 0; -1 for the whole shot. */
  readonly keyframe: number;
  /** Whose description the words stand in; without it they are of the prompt. */
  readonly performer?: string;
  /** UTF-16 units in the prompt or description; -1 where no words are meant. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly suggestions: readonly Suggestion[];
}

export interface LaneSpan {
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'hold' | 'act' | 'move' | 'off' | string;
  readonly label: string;
  readonly origin: 'words' | 'decided' | 'field' | string;
  /** How much of what was asked is reached, 0 to 1. */
  readonly share: number;
}

export interface StagingNote {
  readonly keyframe: number;
  readonly slot: string;
  readonly value: string;
  readonly reason: string;
}

export interface ShotProblem {
  readonly pointer: string;
  readonly message: string;
  readonly found: string;
  readonly allowed?: string;
  readonly remedy?: string;
}

export interface Explanation {
  readonly keyframes: readonly ExplainedKeyframe[];
  readonly decisions: readonly Decision[];
  readonly warnings: readonly Warning[];
  readonly lanes: readonly LaneSpan[];
  /** The shot with all its fields, words read into them. */
  readonly shot: ShotDocument;
  readonly notices: readonly ShotProblem[];
  readonly staging?: { readonly decisions: readonly StagingNote[]; readonly warnings: readonly StagingNote[]; readonly plan?: unknown };
}

export interface ResolutionPrice {
  readonly resolution: string;
  readonly credits?: number;
  readonly refused?: string;
  readonly plan?: string;
}

export interface Price {
  readonly credits: number;
  readonly resolution: string;
  readonly quality: 'draft' | 'final';
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly kept: number;
  readonly new: number;
  /** New frames, both ends included. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly explanation: string;
  readonly suffices: boolean;
  readonly available?: number;
  readonly warnings: readonly Notice[];
  readonly resolutions: readonly ResolutionPrice[];
}

export interface Notice {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

export interface Project {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly document: ShotDocument;
}

export interface GenerationFile {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly url: string;
}

export type GenerationState = 'queued' | 'processing' | 'completed' | 'failed';

export interface Generation {
  readonly id: string;
  readonly created_at: string;
  readonly type: string;
  readonly state: GenerationState;
  readonly failure_code?: string;
  readonly failure_reason?: string;
  readonly cancelled?: boolean;
  readonly title?: string;
  readonly started_at?: string;
  readonly finished_at?: string;
  readonly frames?: { readonly total: number; readonly done: number; readonly kept: number };
  readonly progress?: number;
  readonly credits?: { readonly price: number; readonly charged: number };
  readonly queue?: string;
  readonly render?: { readonly quality: string; readonly width: number; readonly height: number; readonly formats: readonly string[] };
  readonly project_id?: string;
  readonly parent_id?: string;
  readonly warnings?: readonly Notice[];
  readonly files?: readonly GenerationFile[];
  readonly output?: readonly { readonly type: string; readonly url: string }[];
}

export interface GenerationPage {
  readonly generations: readonly Generation[];
  readonly has_more: boolean;
  readonly next_cursor?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly has_more?: boolean;
  readonly next_cursor?: string;
  readonly next?: string;
}

export interface Vocabulary {
  readonly formats: readonly string[];
  readonly layers: readonly string[];
  readonly color_spaces: readonly string[];
  readonly aspects: readonly string[];
  readonly rates: readonly string[];
  readonly sets: readonly string[];
  readonly shot_sizes: readonly string[];
  readonly compositions: readonly string[];
  readonly camera_angles: readonly string[];
  readonly camera_sides: readonly string[];
  readonly camera_supports: readonly string[];
  readonly concepts: readonly string[];
  readonly paces: readonly string[];
  readonly lightings: readonly string[];
  readonly actions: readonly string[];
  readonly postures: readonly string[];
  readonly expressions: readonly string[];
  readonly garments: readonly string[];
  readonly resolutions: readonly {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly quality: 'draft' | 'final';
    readonly credits_per_second: number;
    readonly in_plan: boolean;
  }[];
  readonly [list: string]: readonly unknown[];
}

/** A thing of `GET /v1/props`. */
export interface Prop {
  readonly name: string;
  /** Sets that have it by themselves. */
  readonly sets: readonly string[];
  /** Whether it is brought to any other set. */
  readonly brought: boolean;
}

export interface Example {
  readonly id: string;
  readonly title: string;
  readonly keyframes: number;
  readonly seconds: number;
  readonly people: number;
  readonly shot: ShotDocument;
}
