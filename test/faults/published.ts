import { expect } from '@jest/globals';
import type { Publisher } from './publisher.js';

/** Gives the rows of a statement, past the hub. */
export type Read = <R extends object>(sql: string) => Promise<R[]>;

/** So many publishers, each with an offer of another provider, whose source has never counted before. */
export async function choosePublishers(read: Read, count: number, after = 0): Promise<Publisher[]> {
  const rows = await read<{ organisation_id: string; key: string; unit: string }>(
    `select distinct on (organisation_id) organisation_id, key, unit from capacity.offer
     where rung <> 'LOCAL_TEAM' and retired_at is null order by organisation_id, key limit ${count} offset ${after}`,
  );
  return rows.map(({ organisation_id: organisationId, key: offerKey, unit }) => ({
    organisationId,
    offerKey,
    unit,
    acknowledged: 0,
  }));
}

/** That each publisher has as many reports stored as were accepted, none twice, and that as many were told. */
export async function expectPublished(read: Read, publishers: readonly Publisher[]): Promise<void> {
  const theirs = publishers.map(({ organisationId }) => `'${organisationId}'`).join(', ');
  const stored = await read<{ reports: string; sequences: string; newest: string }>(
    `select count(*) as reports, count(distinct r.sequence) as sequences, max(r.sequence) as newest
     from capacity.capacity_report r join capacity.offer o on o.id = r.offer_id
     where r.source like '%faults%' and o.organisation_id in (${theirs}) group by o.id order by o.organisation_id, o.key`,
  );
  expect(stored.map(({ reports, sequences, newest }) => [reports, sequences, newest].map(Number))).toEqual(
    publishers.map(({ acknowledged }) => [acknowledged, acknowledged, acknowledged]),
  );
  const [told] = await read<{ events: string }>(
    `select count(*) as events from capacity.outbox where kind = 'capacity.reported' and organisation_id in
     (${theirs})`,
  );
  expect(Number(told?.events)).toBe(publishers.reduce((sum, { acknowledged }) => sum + acknowledged, 0));
}
