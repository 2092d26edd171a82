import { randomUUID } from 'node:crypto';
import { HubError } from '../../errors/errors.js';
import type { RoadHead } from '../../subgraph/roads/road.js';

/** How a file is to be taken in. */
export interface ImportTerms {
  /** Everything is checked and answered, nothing is kept. */
  readonly isRehearsal: boolean;
  /** The whole file or nothing. */
  readonly isAtomic: boolean;
  /** The client's own key of this import, or a new one. */
  readonly key: string;
}

/** Room is left for the number of the part. The draft of the IETF puts the key between quotes; both are taken. */
const keyForm = /^"?([\x21\x23-\x7e]{1,180})"?$/;

/** Reads `?isRehearsal=true&isAtomic=true` and the header Idempotency-Key. */
export function readTerms({
  parameters,
  idempotencyKey,
}: Pick<RoadHead, 'parameters' | 'idempotencyKey'>): ImportTerms {
  for (const name of Object.keys(parameters))
    if (name !== 'isRehearsal' && name !== 'isAtomic')
      throw new HubError('BAD_USER_INPUT', { field: 'query', expected: 'isRehearsal, isAtomic' });
  const isRehearsal = flag(parameters, 'isRehearsal');
  return { isRehearsal, isAtomic: flag(parameters, 'isAtomic'), key: readKey(isRehearsal ? null : idempotencyKey) };
}

function flag(parameters: RoadHead['parameters'], name: string): boolean {
  const text = parameters[name] ?? 'false';
  if (text !== 'true' && text !== 'false')
    throw new HubError('BAD_USER_INPUT', { field: name, expected: 'true, false' });
  return text === 'true';
}

/** A rehearsal keeps nothing, its key neither. */
function readKey(header: string | null): string {
  if (header === null) return randomUUID();
  const key = keyForm.exec(header)?.[1];
  if (key === undefined) throw new HubError('IDEMPOTENCY_KEY_INVALID');
  return key;
}
