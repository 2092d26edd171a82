import type { Consumer, OutboxEvent } from '../../../platform/outbox/consumer.js';

/** Tells capacity of cases and of placements that came of holds, through the only functions there that cases may call; what comes twice changes nothing. */
export const tellCapacity: Consumer = async (tx, events) => {
  const cases = versions(events.filter(({ kind }) => kind === 'case.changed'));
  if (cases.length > 0) await tx.query('select capacity.receive_cases($1::jsonb)', [JSON.stringify(cases)]);
  const placements = versions(events.filter(({ kind, data }) => kind.startsWith('placement.') && 'holdId' in data));
  if (placements.length > 0)
    await tx.query('select capacity.receive_placements($1::jsonb)', [JSON.stringify(placements)]);
};

function versions(events: readonly OutboxEvent[]): object[] {
  return events.map(({ id, data }) => ({ ...data, version: id }));
}
