/** The table in which one subgraph remembers, for seven days, what it answered to which request of which client. */
export const idempotencyTable = `
  create table idempotency_key (
    client text not null,
    key text not null,
    fingerprint text not null,
    created_at timestamptz not null default hub_now(),
    answer jsonb,
    primary key (client, key)
  )`;

export const idempotencyIndex = 'create index idempotency_key_age on idempotency_key (created_at)';
