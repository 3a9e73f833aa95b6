/** Names of a script: which local a name means, and what is known about it. */

export interface Local {
  /** Its name in JavaScript, different for every local of the script. */
  readonly js: string;
  /** A function of the library that it always stands for. */
  readonly alias?: string;
  /** A function of the script that it always stands for, and whether a call may return several values. */
  readonly known?: 'one' | 'many';
  /** A global: scripts may read it, and not set it. */
  readonly global?: true;
}

export interface Scope {
  find(name: string): Local | undefined;
  declare(name: string, facts?: Omit<Local, 'js'>): Local;
  /** Adds to what is known about a local of this very scope. */
  learn(name: string, facts: Omit<Local, 'js'>): void;
  child(): Scope;
}

export function createScope(): Scope {
  let serial = 0;
  const make = (parent: Scope | undefined): Scope => {
    const own = new Map<string, Local>();
    const scope: Scope = {
      find: (name) => own.get(name) ?? parent?.find(name),
      declare(name, facts = {}) {
        const local = { js: `${name}$${(serial += 1)}`, ...facts };
        own.set(name, local);
        return local;
      },
      learn(name, facts) {
        const local = own.get(name);
        if (local) own.set(name, { ...local, ...facts });
      },
      child: () => make(scope),
    };
    return scope;
  };
  return make(undefined);
}
