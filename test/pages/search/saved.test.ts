import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { openHoldScene, type HoldScene } from '../../builders/scenes/hold-scene.js';
import {
  accessibilityFaults,
  openPages,
  overflow,
  picture,
  portrait,
  signInAs,
  type Pages,
  type Window,
} from '../open-pages.js';

let pages: Pages;
let scene: HoldScene;
let broker: Window;
let second: Window;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  scene = await openHoldScene(pages.hub);
  [broker, second] = await Promise.all([pages.window(), pages.window()]);
  ({ page } = broker);
  await signInAs(page, 'zorgbemiddelaar');
});
afterAll(() => pages.close());

describe('a care broker who keeps a search', () => {
  it('keeps it where it found too little, for a case or for none', async () => {
    await page.goto(`${pages.hub.url}/#/casussen/${scene.caseIds[1] ?? ''}/zoeken`);
    await page.getByRole('button', { name: 'Passende hulp zoeken' }).click();
    await page.locator('.option').first().waitFor();
    await page.getByRole('button', { name: 'Zoekopdracht bewaren' }).click();
    await page.getByText(/^Bewaard tot .* U krijgt bericht/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Bekijk wat u bewaart' }).click();
    await page.getByRole('heading', { name: /^Casus FL-26-0012/ }).waitFor();
  });

  it('hears in every window, wherever it is, that a place came free which fits', async () => {
    const other = second.page;
    await signInAs(other, 'zorgbemiddelaar', '/#/telefoon');
    await page.getByRole('link', { name: 'Casussen' }).click();
    await page.getByRole('table', { name: /^Open casussen/ }).waitFor();
    await firstLook();
    const offer = await freeSomething();
    for (const window of [page, other])
      await window.getByText(/^Er is plek bij .* die past bij een zoekopdracht/).waitFor();
    await picture(page, 'bericht-1440');
    expect(await accessibilityFaults(page)).toEqual([]);
    await other.getByRole('link', { name: 'Bekijk wat past' }).click();
    await other.getByText(offer).first().waitFor();
    await other.setViewportSize({ width: 320, height: 900 });
    await picture(other, 'bewaard-320');
    await portrait(other, 'bewaard');
    expect(await accessibilityFaults(other)).toEqual([]);
    expect(await overflow(other)).toBe(0);
    const notices = await scene.asOwner(
      `select count(*)::int as told from capacity.notice where kind = 'SEARCH_FOUND'`,
    );
    expect(notices).toEqual([{ told: 1 }]);
  });

  it('keeps it for longer, each time anew, and no longer', async () => {
    const other = second.page;
    const keys = new Set<unknown>();
    for (let times = 0; times < 2; times++) {
      const asked = other.waitForRequest((request) => request.postData()?.includes('searchId') === true);
      await other.getByRole('button', { name: 'Nog 90 dagen bewaren' }).click();
      const { variables } = (await asked).postDataJSON() as { variables: { input: { idempotencyKey: string } } };
      await (await asked).response();
      keys.add(variables.input.idempotencyKey);
    }
    expect(keys.size).toBe(2);
    await other.getByRole('button', { name: 'Verwijder' }).click();
    await other.getByText('U bewaart nog niets.').waitFor();
    await picture(other, 'bewaard-leeg-320');
    expect([broker.faults, second.faults]).toEqual([[], []]);
  });
});

/** Until the hub has looked at what was kept: what fits then is no news. */
async function firstLook(): Promise<void> {
  const unseen = 'select from capacity.saved_search where looked_at is null';
  while ((await scene.asOwner(unseen)).length > 0) await page.waitForTimeout(50);
}

/** Gives an option of the case that has nothing free a place, as its provider would; its title. */
async function freeSomething(): Promise<string> {
  return withClient(pages.hub.database.url('owner'), async (client) => {
    const { rows } = await client.query<{ id: string; title: string }>(
      `select o.id, o.title from capacity.offer o join capacity.saved_search s on o.working_area @> array[s.municipality_code]
       where o.retired_at is null and o.unit = 'PLACE' and s.need -> 'rungs' ? o.rung
         and not exists (select from capacity.saved_search_find f where f.offer_id = o.id)
       order by o.id`,
    );
    for (const { id } of rows) {
      await client.query(
        `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
         select id, 1000, hub_now(), 'test', 'MACHINE', 'HAS_CAPACITY', 4, 6, unit from capacity.offer where id = $1`,
        [id],
      );
    }
    await client.query(
      `insert into capacity.outbox (kind, data) values ('capacity.reported', jsonb_build_object('offerIds', $1::jsonb))`,
      [JSON.stringify(rows.map(({ id }) => id))],
    );
    for (;;) {
      const found = await client.query<{ title: string }>(
        `select o.title from capacity.outbox e, capacity.offer o where e.kind = 'search.found' and o.id = (e.data -> 'offerIds' ->> 0)::uuid`,
      );
      if (found.rows[0]) return found.rows[0].title;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}
