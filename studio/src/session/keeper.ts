import type { Project } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotDocument } from '../shot/document.ts';
import type { ShotSession } from './shot-session.ts';

/** The pause after an edit before the server is told, in milliseconds. */
const PAUSE = 700;

/** An edit that the server may not have yet, as this browser keeps it. */
export interface LocalDraft {
  readonly revision: number;
  readonly edits: number;
  readonly document: ShotDocument;
  readonly at: string;
}

/** What of the browser's storage is needed. */
export type Drafts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft of a project that this browser keeps, if the server has not got it. */
export function localDraft(drafts: Drafts, project: string): LocalDraft | undefined {
  try {
    const text = drafts.getItem(`beatboard.draft.${project}`);
    return text ? (JSON.parse(text) as LocalDraft) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a session's document: at once in this browser, soon on the server, with the revision that it is based on. A lost
 * connection loses nothing; a later save of another tab or person is a conflict that is shown, never overwritten.
 */
export class Keeper {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saved: ShotDocument;
  #edits = 0;
  #saving = false;
  readonly #channel: BroadcastChannel;
  readonly #changed = () => this.#edited();
  readonly #connected = () => {
    if (this.client.connection.online && this.unsaved) void this.save();
    else this.#tellAway();
  };

  constructor(
    private readonly session: ShotSession,
    private readonly client: Client,
    private readonly drafts: Drafts = localStorage,
  ) {
    this.#saved = session.project.document;
    this.#channel = new BroadcastChannel(`beatboard.project.${session.project.id}`);
    this.#channel.onmessage = (e: MessageEvent<Project>) => this.#elsewhere(e.data);
    session.addEventListener('shot', this.#changed);
    client.connection.addEventListener('change', this.#connected);
    this.#recover();
  }

  /** Whether there are edits that the server has not got. */
  get unsaved(): boolean {
    return this.session.shot !== this.#saved;
  }

  close(): void {
    clearTimeout(this.#timer);
    if (this.unsaved) void this.save();
    this.session.removeEventListener('shot', this.#changed);
    this.client.connection.removeEventListener('change', this.#connected);
    this.#channel.close();
  }

  /** Sends the document now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving || !this.unsaved || this.session.sync.kind === 'conflict') return;
    this.#saving = true;
    const document = this.session.shot;
    this.session.setSync({ kind: 'saving' });
    try {
      const project = await this.client.put<Project>(`/v1/projects/${this.session.project.id}`, {
        title: nameOf(document),
        document,
        revision: this.session.project.revision,
      });
      this.#accepted({ ...project, document });
    } catch (e) {
      this.#refused(e);
    } finally {
      this.#saving = false;
    }
    if (this.unsaved && this.session.sync.kind === 'saved') this.#later();
  }

  /** Ends a conflict with this tab's document; the other one stays among the project's revisions. */
  async keepMine(): Promise<void> {
    const sync = this.session.sync;
    if (sync.kind !== 'conflict') return;
    this.session.project = { ...sync.theirs, document: this.#saved };
    this.session.setSync({ kind: 'saving' });
    await this.save();
  }

  /** Ends a conflict with the other document; this tab's can be had back by undo. */
  useTheirs(): void {
    const sync = this.session.sync;
    if (sync.kind !== 'conflict') return;
    this.#take(sync.theirs);
  }

  #edited(): void {
    if (!this.unsaved) return;
    this.#edits++;
    this.#keepLocally();
    const away = !this.client.connection.online;
    if (away) this.#tellAway();
    else if (this.session.sync.kind !== 'conflict') this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  #accepted(project: Project): void {
    this.session.project = project;
    this.#saved = project.document;
    this.#edits = 0;
    this.#channel.postMessage(project);
    if (this.unsaved) this.#keepLocally();
    else this.drafts.removeItem(`beatboard.draft.${project.id}`);
    this.session.setSync({ kind: 'saved' });
  }

  #refused(e: unknown): void {
    if (e instanceof Offline) {
      this.#tellAway();
    } else if (e instanceof Problem && e.code === 'revision_conflict') {
      this.session.setSync({ kind: 'conflict', theirs: e.extras['current'] as Project });
    } else if (e instanceof Problem && e.status === 401) {
      this.session.setSync({ kind: 'signed-out', edits: this.#edits });
    } else if (e instanceof Problem && (e.status === 429 || e.status === 503)) {
      this.#tellAway();
      this.#timer = setTimeout(() => void this.save(), (e.retryAfter ?? 2) * 1000);
    } else {
      this.session.setSync({ kind: 'failed', message: e instanceof Error ? e.message : String(e) });
    }
  }

  #tellAway(): void {
    if (!this.client.connection.online || this.unsaved) this.session.setSync({ kind: 'offline', edits: this.#edits });
    else this.session.setSync({ kind: 'saved' });
  }

  #elsewhere(project: Project): void {
    if (project.revision <= this.session.project.revision) return;
    if (this.unsaved) this.session.setSync({ kind: 'conflict', theirs: project });
    else this.#take(project);
  }

  #take(project: Project): void {
    this.#saved = project.document;
    this.#edits = 0;
    this.session.adopt(project);
    this.drafts.removeItem(`beatboard.draft.${project.id}`);
    this.session.setSync({ kind: 'saved' });
  }

  #keepLocally(): void {
    const draft: LocalDraft = {
      revision: this.session.project.revision,
      edits: this.#edits,
      document: this.session.shot,
      at: new Date().toISOString(),
    };
    try {
      this.drafts.setItem(`beatboard.draft.${this.session.project.id}`, JSON.stringify(draft));
    } catch {
      // The browser's storage is full or closed; the server still gets every edit.
    }
  }

  /** Takes up edits that were not sent when the page was left. */
  #recover(): void {
    const draft = localDraft(this.drafts, this.session.project.id);
    if (!draft || JSON.stringify(draft.document) === JSON.stringify(this.session.shot)) return;
    const theirs = this.session.project;
    this.#edits = draft.edits;
    this.session.edit(() => draft.document);
    if (draft.revision !== theirs.revision) {
      clearTimeout(this.#timer);
      this.session.setSync({ kind: 'conflict', theirs });
    }
  }
}

function nameOf(document: ShotDocument): string {
  return (document.title?.trim() || 'Untitled').slice(0, 80);
}
