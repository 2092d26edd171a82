import type { Part } from './timeline.sql.js';

/** Of the case itself, or of a consultation that became it. */
const ofCase = `(t.case_id = file.id or t.consultation_id in (select k.id from consultation k where k.case_id = file.id))`;

/** What was thought about with others: round tables, and what was weighed before a place in a group. */
export const partsOfTables: readonly Part[] = [
  {
    ...{ kind: `'TABLE_PLANNED'`, at: 't.planned_at', id: 't.id', codes: 'array[t.kind]' },
    from: `round_table t where ${ofCase} and t.state = 'PLANNED'`,
  },
  {
    ...{ kind: `'TABLE_HELD'`, at: 't.held_at', id: 't.id', codes: 'array[t.kind] || t.decisions' },
    from: `round_table t where ${ofCase} and t.state = 'HELD'`,
  },
  {
    ...{ kind: `'TABLE_CANCELLED'`, at: 't.cancelled_at', id: 't.id', codes: 'array[t.kind, t.cancel_reason]' },
    from: `round_table t where ${ofCase} and t.state = 'CANCELLED'`,
  },
  {
    ...{ kind: `'CHECKLIST_COMPLETED'`, at: 'l.completed_at', id: 'l.case_id' },
    from: 'checklist l where l.case_id = file.id and l.completed_at is not null',
  },
];
