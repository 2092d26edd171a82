import type { Consumer } from '../../../platform/outbox/consumer.js';

/** Tells a subgraph of cases that changed, through the only function there that cases may call for it; what comes twice changes nothing. */
function tellOfCases(schema: 'capacity' | 'people'): Consumer {
  return async (tx, events) => {
    const changes = events
      .filter(({ kind }) => kind === 'case.changed')
      .map(({ id, data }) => ({ ...data, version: id }));
    if (changes.length > 0) await tx.query(`select ${schema}.receive_cases($1::jsonb)`, [JSON.stringify(changes)]);
  };
}

export const tellCapacity = tellOfCases('capacity');
export const tellPeople = tellOfCases('people');
