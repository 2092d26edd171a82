import type { Consumer } from '../../../platform/outbox/consumer.js';

/** Tells capacity of cases that changed, through the only function there that cases may call; what comes twice changes nothing. */
export const tellCapacity: Consumer = async (tx, events) => {
  const changes = events
    .filter(({ kind }) => kind === 'case.changed')
    .map(({ id, data }) => ({ ...data, version: id }));
  if (changes.length > 0) await tx.query('select capacity.receive_cases($1::jsonb)', [JSON.stringify(changes)]);
};
