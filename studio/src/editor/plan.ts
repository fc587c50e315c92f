/** A place on the floor: x, z in meters. Seen from above, x runs right and z down. */
export type Floor = readonly [number, number];

export interface PlanBox {
  readonly x0: number;
  readonly z0: number;
  readonly x1: number;
  readonly z1: number;
}

export interface PlanOpening {
  readonly kind: 'door' | 'glass-door' | 'window' | 'passage' | string;
  readonly from: Floor;
  readonly to: Floor;
  readonly hinge?: Floor;
  /** Where the leaf opens to, a unit vector. */
  readonly swing?: Floor;
}

export interface PlanWall {
  readonly from: Floor;
  readonly to: Floor;
  readonly openings: readonly PlanOpening[];
}

export interface PlanThing {
  readonly name: string;
  readonly outline: readonly Floor[];
  readonly low: number;
  readonly high: number;
  readonly solid: boolean;
}

export interface PlanLight {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly shape: 'panel' | 'bulb' | 'sun' | string;
  readonly position?: readonly [number, number, number];
  readonly direction?: readonly [number, number, number];
  /** Frames on which it shines; `to` is the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly movable: boolean;
  readonly marked: boolean;
  readonly keyframe: number;
}

export type PlanGaze =
  | { readonly kind: 'lens' }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'point'; readonly at: readonly [number, number, number] }
  | { readonly kind: 'angles' };

export interface PersonMark {
  readonly keyframe: number;
  readonly frame: number;
  readonly x: number;
  readonly z: number;
  readonly facing: number;
  readonly posture: string;
  readonly marked: boolean;
  readonly told: boolean;
  readonly gaze?: PlanGaze;
}

export interface PlanPerson {
  readonly name: string;
  readonly index: number;
  readonly marks: readonly PersonMark[];
  /** Frame, x, z, facing; straight lines between them. */
  readonly path: readonly (readonly [number, number, number, number])[];
}

export interface CameraMark {
  readonly keyframe: number;
  readonly frame: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly facing: number;
  readonly lens: number;
  readonly fov: number;
  readonly cut: boolean;
  readonly marked: boolean;
}

/** The stage from above, as the service stages it (`staging.plan` of an explanation). */
export interface StagePlan {
  readonly bounds: PlanBox;
  readonly actingArea: PlanBox;
  readonly rooms: readonly (PlanBox & { readonly height: number })[];
  readonly walls: readonly PlanWall[];
  readonly furniture: readonly PlanThing[];
  readonly lights: readonly PlanLight[];
  readonly people: readonly PlanPerson[];
  readonly camera: {
    readonly marks: readonly CameraMark[];
    /** Frame, x, y, z, facing, fov. */
    readonly path: readonly (readonly [number, number, number, number, number, number])[];
    readonly cuts: readonly number[];
  };
}

/** The plan of an explanation, if what came looks like one. */
export function planOf(plan: unknown): StagePlan | undefined {
  const p = plan as Partial<StagePlan> | undefined;
  return p && p.bounds && Array.isArray(p.people) && p.camera && Array.isArray(p.camera.marks) ? (p as StagePlan) : undefined;
}
