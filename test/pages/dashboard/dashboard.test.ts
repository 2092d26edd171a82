import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { accessibilityFaults, openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';
import { lookAt } from '../looking.js';

const lastYear = new Date().getFullYear() - 1;

let pages: Pages;
let broker: Window;
let analyst: Window;

/** Stays that began and ended last year: rung, begin, end. */
const stays = [
  ['FOSTER', `${lastYear - 1}-05-01`, `${lastYear}-06-10`],
  ['RESIDENTIAL_GROUP', `${lastYear}-06-10`, null],
  ['RESIDENTIAL_GROUP', `${lastYear}-02-01`, `${lastYear}-06-20`],
  ['FAMILY_HOME', `${lastYear}-06-20`, null],
] as const;
const insert = `insert into cases.placement (region, municipality_code, birth_year, rung, started_at, ended_at, end_reason, status, is_secondary)
  values ('flevoland', '0995', 2012, $1, $2::date, $3::date, case when $3::date is not null then 'ACCORDING_TO_PLAN' end,
    case when $3::date is null then 'STARTED' else 'ENDED' end, false)`;

beforeAll(async () => {
  pages = await openPages();
  await withClient(pages.hub.database.url('owner'), async (client) => {
    for (const stay of stays) await client.query(insert, [...stay]);
  });
  broker = await pages.window();
  analyst = await pages.window();
  await signInAs(broker.page, 'zorgbemiddelaar', '/#/dashboard');
  await signInAs(analyst.page, 'analist van de regio');
});
afterAll(() => pages.close());

/** Waits until every drawing is there, and gives how many there are. */
async function drawings(page: Page): Promise<number> {
  const places = await page.locator('.chart__place').count();
  for (let at = 0; at < places; at++)
    await page.locator('.chart__place').nth(at).locator('svg path').first().waitFor({ state: 'attached' });
  return places;
}

describe('a care broker', () => {
  const go = (figure: string) =>
    broker.page.getByRole('navigation', { name: 'Cijfers' }).getByRole('link', { name: figure }).click();

  it('reads the year report of 2023, and what does not add up in it', async () => {
    const { page } = broker;
    await page.goto('/#/dashboard/jaartabel?jaar=2023');
    await page.getByRole('table', { name: 'Verwijzer, 2023' }).waitFor();
    await page.getByText(/tellingen? kloppen? niet met een andere\.|telling klopt niet met een andere\./).waitFor();
    await page.getByText('Toon welke').click();
    expect(await drawings(page)).toBeGreaterThan(0);
    await lookAt(page, 'dashboard-jaartabel');
  });

  it.each([
    ['Eerste contact', 'eerste-contact', 2023, 1],
    ['Verschuiving', 'treden', lastYear, 1],
    ['Leefgroepen', 'leefgroepen', lastYear, 1],
    ['Pleegzorg', 'pleegzorg', lastYear, 1],
    ['Wachttijden', 'wachttijden', 2023, 1],
    ['Niet gevonden hulp', 'niet-gevonden', 2023, 0],
  ])('sees %s with its table, drawn where there is something to draw', async (figure, part, year, drawn) => {
    const { page } = broker;
    await page.goto(`/#/dashboard/${part}?jaar=${year}`);
    await page.getByRole('heading', { level: 1, name: figure }).waitFor();
    await page.getByRole('table', { name: new RegExp(`${year}$`) }).waitFor();
    expect(await drawings(page)).toBe(drawn);
    await lookAt(page, `dashboard-${part}`);
    if (part === 'eerste-contact') await portrait(page, 'dashboard');
  });

  it('chooses another year and grouping, which the address keeps, and back goes back', async () => {
    const { page } = broker;
    await go('Eerste contact');
    await page.getByRole('navigation', { name: 'Jaar' }).getByRole('link', { name: '2023' }).click();
    await page.getByRole('table', { name: 'Eerste contact binnen 48 uur, 2023' }).waitFor();
    await page.getByRole('navigation', { name: 'Per' }).getByRole('link', { name: 'gemeente van het kind' }).click();
    await page.getByRole('rowheader', { name: 'Lelystad' }).waitFor();
    expect(page.url()).toMatch(/jaar=2023&per=MUNICIPALITY$/);
    await page.goBack();
    await page.getByRole('rowheader', { name: 'Lelystad' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('table', { name: 'Eerste contact binnen 48 uur, 2023' }).waitFor();
  });

  it('sees which providers tell too little, also as a file', async () => {
    const { page } = broker;
    await go('Actualiteit');
    await page.getByRole('table', { name: /^Actualiteit van aanbieders/ }).waitFor();
    expect(await drawings(page)).toBe(1);
    await lookAt(page, 'dashboard-actualiteit');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Haal op als CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines).toHaveLength(await page.getByRole('row').count());
  });

  it('sees how far the goals are', async () => {
    const { page } = broker;
    await go('Doelen');
    await page.getByRole('heading', { level: 1, name: 'Doelen' }).waitFor();
    await page
      .getByRole('table')
      .or(page.getByText(/is niets afgesproken/))
      .first()
      .waitFor();
    await lookAt(page, 'dashboard-doelen');
  });

  it('has the table where the drawing does not come', async () => {
    const { page } = await pages.window();
    await page.route('**/assets/draw-*.js', (route) => route.abort());
    await signInAs(page, 'zorgbemiddelaar', '/#/dashboard/jaartabel?jaar=2023');
    await page.getByText('De grafiek kon niet geladen worden.').first().waitFor();
    await page.getByRole('table', { name: 'Verwijzer, 2023' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe('an analyst', () => {
  it('sees years that are over, without what says too much of few, and reads why', async () => {
    const { page } = analyst;
    await page.getByRole('heading', { level: 1, name: 'Jaartabel' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Jaar' }).getByRole('link').last().textContent()).toBe(
      String(lastYear),
    );
    await page.getByRole('navigation', { name: 'Jaar' }).getByRole('link', { name: '2023' }).click();
    await page.getByRole('table', { name: 'Verwijzer, 2023' }).waitFor();
    await page.getByText('x betekent: dit getal wordt niet getoond.').first().waitFor();
    await page.getByText('Dan zou u iets over één kind kunnen weten.').first().waitFor();
    expect(await page.locator('.withheld').count()).toBeGreaterThan(0);
    expect(await page.getByRole('navigation', { name: 'Cijfers' }).getByRole('link', { name: 'Doelen' }).count()).toBe(
      0,
    );
    await lookAt(page, 'dashboard-analist');
  });

  it('takes the figure as a file, with the same numbers left out', async () => {
    const { page } = analyst;
    const shown = await page.locator('.withheld').count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Haal op als CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('yeartable-flevoland-2023.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/^figure,region,year,/);
    expect(lines.filter((line) => line.endsWith(',,FEW'))).toHaveLength(shown);
  });

  it('is told that a year is not over, of a figure that is asked for by its address', async () => {
    const { page } = analyst;
    await page.goto(`/#/dashboard/eerste-contact?jaar=${lastYear + 1}`);
    await page.getByText('Deze periode is nog niet voorbij.').waitFor();
    await page.getByText('er is niets om te tekenen').waitFor();
    await lookAt(page, 'dashboard-open-jaar');
  });

  it('is refused by the hub what the page does not show', async () => {
    const { page } = analyst;
    await page.goto('/#/dashboard/doelen');
    await page.getByRole('heading', { name: 'Dit cijfer bestaat niet' }).waitFor();
    const { errors } = await pages.hub.query(
      '{ goalProgress(region: "flevoland", year: 2023) { measure } }',
      {},
      {
        role: 'analyst',
      },
    );
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('who has no dashboard', () => {
  it('has no entry for it in the menu, and is refused its files', async () => {
    const { page, context } = await pages.window();
    await signInAs(page, 'planner van een aanbieder', '/#/dashboard');
    await page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Dashboard' }).count()).toBe(0);
    const status = await page.evaluate<number>(
      `fetch('export/yearTable.csv?region=flevoland&year=2023').then((answer) => answer.status)`,
    );
    expect(status).toBe(403);
    await context.close();
  });

  it('breaks no rule of the page', () => {
    expect([...broker.faults, ...analyst.faults]).toEqual([]);
  });
});
