import type { Row } from '../rows.js';
import type { Represent } from './representation.js';
import type { Rewrite } from './rewrites.js';

/** The entities of one fetch: each is asked for once, wherever it stands. */
export interface Batch {
  readonly representations: Row[];
  /** Each representation as JSON. */
  readonly texts: string[];
  /** For each representation the objects that it stands for. */
  readonly targets: Row[][];
}

export interface BatchRules {
  readonly represent: Represent;
  readonly rewriteInput: Rewrite | null;
  /** Whether what comes back is changed by the type of the object it is for, so that objects of two types cannot share it. */
  readonly isChangedByType: boolean;
}

/** Makes the representations of a fetch. Objects that lack what is required, or of which the type is unknown, are left out. */
export function gather(objects: readonly Row[], { represent, rewriteInput, isChangedByType }: BatchRules): Batch {
  const batch: Batch = { representations: [], texts: [], targets: [] };
  const known = new Map<string, Row[]>();
  for (const object of objects) {
    const representation = represent(object);
    if (!representation?.['__typename']) continue;
    rewriteInput?.(representation);
    const text = JSON.stringify(representation);
    const key = isChangedByType ? `${String(object['__typename'])} ${text}` : text;
    const same = known.get(key);
    if (same) same.push(object);
    else known.set(key, add(batch, representation, text, object));
  }
  return batch;
}

function add({ representations, texts, targets }: Batch, representation: Row, text: string, object: Row): Row[] {
  const own = [object];
  representations.push(representation);
  texts.push(text);
  targets.push(own);
  return own;
}
