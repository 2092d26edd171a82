import type { DataSubject } from './data-subject.js';
import type { Held } from './held.js';

/** The form of the file: a changed one gets another name. */
const format = 'thuisbasis-data-subject/1';

/** Everything that is held as one JSON document, whose shape docs/privacy/data-subject.md describes. */
export function toExport({ number, caseId }: DataSubject, held: readonly Held[], at: Date): string {
  const parts = held.map(({ schema, table, holds, rows }) => ({ subgraph: schema, table, holds, rows }));
  return `${JSON.stringify({ format, exportedAt: at.toISOString(), case: { id: caseId, number }, held: parts }, null, 2)}\n`;
}
