import type { Consumer, OutboxEvent } from '../../../platform/outbox/consumer.js';

/** Tells another part of events of one kind, through a function there that cases may call for it; what comes twice changes nothing there. */
function tellThrough(door: string, kind: string, tell: (event: OutboxEvent) => object): Consumer {
  return async (tx, events) => {
    const told = events.filter((event) => event.kind === kind).map(tell);
    if (told.length > 0) await tx.query(`select ${door}($1::jsonb)`, [JSON.stringify(told)]);
  };
}

const changedCase = ({ id, data }: OutboxEvent): object => ({ ...data, version: id });

export const tellCapacity = tellThrough('capacity.receive_cases', 'case.changed', changedCase);
export const tellPeople = tellThrough('people.receive_cases', 'case.changed', changedCase);

/** Capacity tells the people who must hear of it. */
export const tellOfBreakGlass = tellThrough(
  'capacity.receive_break_glasses',
  'break-glass.opened',
  ({ eventId, occurredAt, data }) => ({ ...data, eventId, occurredAt }),
);
