import type { Consumer } from '../../../platform/outbox/consumer.js';

/** Tells capacity of cases that changed; what comes twice changes nothing. */
export const tellCapacity: Consumer = async (tx, events) => {
  const changes = events
    .filter(({ kind }) => kind === 'case.changed')
    .map(({ id, data }) => ({ ...data, version: id }));
  if (changes.length > 0) await tx.query('select capacity.receive_cases($1::jsonb)', [JSON.stringify(changes)]);
};

/** Tells capacity of emergency access, which tells the people who must hear of it; what comes twice changes nothing. */
export const tellOfBreakGlass: Consumer = async (tx, events) => {
  const openings = events
    .filter(({ kind }) => kind === 'break-glass.opened')
    .map(({ eventId, occurredAt, data }) => ({ ...data, eventId, occurredAt }));
  if (openings.length > 0)
    await tx.query('select capacity.receive_break_glasses($1::jsonb)', [JSON.stringify(openings)]);
};
