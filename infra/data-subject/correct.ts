import type { DataSource } from '../../platform/database/database.js';
import { HubError } from '../../platform/errors/errors.js';
import { correctable } from '../../subgraphs/cases/correction/correctable.rules.js';
import { correctionStore } from '../../subgraphs/cases/correction/correction.store.js';
import type { DataSubject } from './data-subject.js';
import { noteOrder, type Ordered } from './orders.js';

/** Which field is wrong, and what it must say. */
export interface Correction {
  readonly field: string;
  readonly text: string;
}

/**
 * Corrects one field of a case or its need and writes that down, in one transaction; capacity hears of what concerns it by the event that every
 * change writes. Throws BAD_USER_INPUT for a field or value that there is not, NOT_FOUND where no need was described yet.
 */
export async function correctCase(
  db: DataSource,
  subject: DataSubject,
  { field, text }: Correction,
  order: Ordered,
): Promise<void> {
  const known = Object.hasOwn(correctable, field) ? correctable[field] : undefined;
  if (!known) throw new HubError('BAD_USER_INPUT', { field: 'field', expected: Object.keys(correctable).join(', ') });
  const value = known.read(field, text);
  await db.transaction(async (tx) => {
    if (!(await correctionStore(tx).write(subject.caseId, field, known, value))) throw new HubError('NOT_FOUND');
    await noteOrder(tx, order, 'U', subject, 'CorrectCase');
  });
}
