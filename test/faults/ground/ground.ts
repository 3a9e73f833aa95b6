/** What the servers stand on: an engine that can be hurt. */
import type { Chance } from '../../store/conformance/chance.js';
import type { History } from '../history.js';
import type { Reader } from '../world.js';

/** What a fault may use. */
export interface Field {
  readonly chance: Chance;
  readonly history: History;
  readonly leaseMs: number;
}

export interface Fault {
  readonly name: string;
  /** Resolves when it is over and mended. */
  readonly strike: (field: Field) => Promise<void>;
}

export interface Ground {
  readonly shards: number;
  /** Settings that lead a server to its store. */
  env(server: number): Readonly<Record<string, string>>;
  readonly reader: Reader;
  readonly faults: readonly Fault[];
  close(): Promise<void>;
}

export interface GroundOptions {
  readonly servers: number;
  /** Without it nothing is kept on disk: the control. */
  readonly kept: boolean;
}

export interface GroundCase {
  readonly name: string;
  /** Why it cannot run here; undefined when it can. */
  readonly skip?: string;
  start(options: GroundOptions): Promise<Ground>;
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
