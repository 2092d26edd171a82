import { writeFile } from 'node:fs/promises';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { errorMessage, HubError } from '../../platform/errors/errors.js';
import type { Sealer } from '../../platform/secrecy/sealer.js';
import { storages } from '../storages.js';
import { WrongWords } from '../commands/run-command.js';
import type { Asked } from './arguments.js';
import { correctCase } from './correct.js';
import { findSubject, type DataSubject } from './data-subject.js';
import { describeErased, eraseCase, findErased, type Erased } from './erase.js';
import { noteErasure } from './erasures-file.js';
import { toExport } from './export.js';
import { describeHeld, findHeld, type Held } from './held.js';
import { noteOrder, orderOf } from './orders.js';

const statementTimeoutMs = 60_000;

/** What opens texts, and the file in which erasures are noted. */
export interface SubjectFiles {
  readonly sealer: Sealer;
  readonly erasures: string;
}

type AskedErasure = Extract<Asked, { kind: 'erase' }>;

/** Does what is asked about a case, as the owner of the database, and gives what there is to say. Throws WrongWords when it cannot be done. */
export async function answerSubject(
  ownerUrl: string,
  { sealer, erasures }: SubjectFiles,
  asked: Asked,
): Promise<string> {
  const options = { applicationName: 'thuisbasis-subject', poolSize: 1, statementTimeoutMs };
  const db = await openDatabase(storages.cases, { ...options, url: ownerUrl, sealer });
  try {
    return await answer(db, asked, erasures);
  } catch (error) {
    throw error instanceof HubError ? new WrongWords(errorMessage(error.code, 'en', error.parameters)) : error;
  } finally {
    await db.destroy();
  }
}

async function answer(db: DataSource, asked: Asked, erasures: string): Promise<string> {
  const order = orderOf(asked.orderedBy);
  if (asked.kind === 'erase') return describeErased(await eraseAndNote(db, asked, erasures));
  const subject = await findSubject(db, asked.reference);
  if (!subject) return describeErased(await findErased(db, asked.reference, 'erased before'));
  if (asked.kind === 'correct') {
    await correctCase(db, subject, asked, order);
    return `${asked.field} of ${subject.number} is corrected.`;
  }
  const held = await look(db, subject, asked);
  return asked.kind === 'held' ? describeHeld(subject, held) : writeExport(subject, held);
}

/** What was erased is noted outside the database, so that a backup of before brings nothing back. */
async function eraseAndNote(
  db: DataSource,
  { reference, orderedBy, releasesHolds }: AskedErasure,
  file: string,
): Promise<Erased> {
  const subject = await findSubject(db, reference);
  const erased = await eraseCase(db, reference, orderOf(orderedBy), releasesHolds);
  if (subject && erased.kind === 'erased')
    await noteErasure(file, { caseId: subject.caseId, erasedAt: erased.erasure.removedAt.toISOString(), orderedBy });
  return erased;
}

/** Looking is an access like any other: what is told of it is written down with it. */
function look(db: DataSource, subject: DataSubject, { kind, orderedBy }: Asked): Promise<Held[]> {
  const [action, name] = kind === 'export' ? (['E', 'ExportCase'] as const) : (['R', 'HeldOfCase'] as const);
  return db.transaction('REPEATABLE READ', async (tx) => {
    await noteOrder(tx, orderOf(orderedBy), action, subject, name);
    return findHeld(tx, subject);
  });
}

/** A file that only its maker can read, and that takes the place of no other. */
async function writeExport(subject: DataSubject, held: readonly Held[]): Promise<string> {
  const file = `subject-${subject.number}.json`;
  await writeFile(file, toExport(subject, held, new Date()), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'EEXIST' ? new WrongWords(`${file} is there already.`) : error;
  });
  return `Everything that is held of ${subject.number} is in ${file}: hand it over safely, then remove it.`;
}
