import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBothDesks, type BothDesks } from '../../../test/builders/desks/both-desks.js';

let desks: BothDesks;
beforeAll(async () => {
  desks = await openBothDesks();
});
afterAll(() => desks.close());

/** The offers of which cases knows another rung than capacity tells, and how many it knows. */
async function known(): Promise<{ others: unknown[]; count: number }> {
  const others = await desks.owner(
    'select offer_id from cases.known_offer where rung is distinct from capacity.rung_of_offer(offer_id)',
  );
  const [row] = await desks.owner('select count(*)::integer as count from cases.known_offer');
  return { others, count: Number(row?.['count']) };
}

describe('what cases knows of offers', () => {
  it('is on which rung each stands, as capacity says when it is asked: a tailored one where its home stands', async () => {
    const before = await known();
    expect(before.count).toBeGreaterThan(0);
    await desks.owner(
      `insert into capacity.offer (organisation_id, key, site_id, title, description, rung, home_rung, category, product_code, age_min, age_max,
         legal_frameworks, unit, capacity_model, working_area)
       select organisation_id, 'tailored', site_id, title, '', 'TAILORED', 'FAMILY_HOME', category, product_code, age_min, age_max, legal_frameworks,
         unit, capacity_model, working_area from capacity.offer limit 1`,
    );
    await desks.tellCases();
    const rungs = `select k.rung from cases.known_offer k join capacity.offer o on o.id = k.offer_id where o.key = 'tailored'`;
    expect(await desks.owner(rungs)).toEqual([{ rung: 'FAMILY_HOME' }]);
    await desks.owner(`update capacity.offer set home_rung = 'KINSHIP_FOSTER' where key = 'tailored'`);
    await desks.tellCases();
    expect(await desks.owner(rungs)).toEqual([{ rung: 'KINSHIP_FOSTER' }]);
    expect(await known()).toEqual({ others: [], count: before.count + 1 });
  });
});
