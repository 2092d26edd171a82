import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { caseIdOf } from '../../hub.js';
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

const number = 'FL-26-0042';
const search = '/#/zoeken?gemeente=Lelystad&geboren=2014';
const spell = `<img src=x onerror="document.title='x'"><script>document.title='x'</script>{{7*7}}`;
const mostTabs = 120;

let pages: Pages;
let broker: Window;
let page: Page;
let caseId: string;

beforeAll(async () => {
  pages = await openPages();
  broker = await pages.window();
  ({ page } = broker);
  caseId = await caseIdOf(pages.hub, number);
  await signInAs(page, 'zorgbemiddelaar', '/#/casussen');
});
afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));
afterAll(() => pages.close());

async function open(place: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(place);
}

/** Goes on with the keyboard until what has it begins with a text. */
async function tabTo(text: string): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').first().innerText()).startsWith(text)) return;
  }
  throw new Error(`the keyboard never comes to ${text}`);
}

/** Keeps questions to the hub on their way until they are let go. */
async function holdQuestions(): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/graphql', async (route: Route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

describe('a care broker, on any day', () => {
  it('goes with the keyboard alone from the list of cases to a place that is held', async () => {
    await page.getByRole('link', { name: number }).waitFor();
    await tabTo(number);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Waarvoor bekijkt u deze casus?' }).waitFor();
    await picture(page, 'doel-1440');
    await portrait(page, 'doel');
    await tabTo('Passende hulp zoeken');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Casus ${number}` }).waitFor();
    await tabTo('Zoek passende hulp');
    await page.keyboard.press('Enter');
    await page.locator('.option').first().waitFor();
    await tabTo('Houd vast');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.held:focus').waitFor();
    expect(await page.locator('.held').innerText()).toMatch(/^Vastgehouden: 1 /);
  });

  it.each([1440, 640])(
    'sees every place at 200 % in a window of %i pixels, without anything over its edge',
    async (width) => {
      await page.setViewportSize({ width: width / 2, height: 450 });
      for (const [place, heading] of [
        [search, 'Zoeken'],
        ['/#/casussen', 'Casussen'],
        [`/#/casussen/${caseId}`, `Casus ${number}`],
        [`/#/casussen/${caseId}/zoeken`, `Passende hulp voor ${number}`],
        ['/#/telefoon', 'Vraag aan de telefoon'],
      ] as const) {
        await open(place);
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        if (place.includes('zoeken')) await page.locator('.option').first().waitFor();
        expect([place, await overflow(page)]).toEqual([place, 0]);
        expect([place, await accessibilityFaults(page)]).toEqual([place, []]);
      }
      await page.evaluate(`sessionStorage.removeItem('doel:${caseId}')`);
      await open(`/#/casussen/${caseId}`);
      await page.getByRole('heading', { name: 'Waarvoor bekijkt u deze casus?' }).waitFor();
      await picture(page, `doel-${width / 2}`);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: 'Passende hulp zoeken' }).click();
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  it('is told that a slow hub is still asked, and loses nothing meanwhile', async () => {
    await open(search);
    await page.locator('.option').first().waitFor();
    const letGo = await holdQuestions();
    await page.getByLabel('Geboortejaar').fill('2010');
    await page.keyboard.press('Enter');
    await page.locator('#gevonden', { hasText: 'Zoekt bij alle aanbieders …' }).waitFor();
    await page.getByLabel('Postcode (4 cijfers)').fill('8232');
    letGo();
    await page.locator('#gevonden', { hasText: /^De eerste/ }).waitFor();
    expect(await page.getByLabel('Geboortejaar').inputValue()).toBe('2010');
    expect(await page.getByLabel('Postcode (4 cijfers)').inputValue()).toBe('8232');
  });

  it('writes down one question, however often it is sent while the hub is slow', async () => {
    await open('/#/telefoon');
    await page.getByLabel('Gemeente van het kind').fill('Urk');
    await page.getByLabel('Wie vraagt het?').selectOption('GP');
    const letGo = await holdQuestions();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await page.getByRole('button', { name: 'Schrijf op' }).click();
    await page.getByRole('button', { name: 'Schrijft op …' }).click();
    expect(await page.getByLabel('Gemeente van het kind').inputValue()).toBe('Urk');
    letGo();
    await page.getByText('Opgeschreven.').waitFor();
    expect(asked.filter((body) => body.includes('municipalityCode'))).toHaveLength(1);
  });

  it('reads as text whatever others wrote, of offers, organisations, teams and places', async () => {
    const texts: readonly [table: string, columns: readonly string[]][] = [
      ['capacity.offer', ['title', 'description']],
      ['people.organisation', ['name']],
      ['people.team', ['name']],
    ];
    await withClient(pages.hub.database.url('owner'), async (client) => {
      for (const [table, columns] of texts)
        for (const column of columns) {
          const { rowCount } = await client.query(`update ${table} set ${column} = $1`, [spell]);
          expect(rowCount).toBeGreaterThan(0);
        }
    });
    for (const place of [search, `/#/casussen/${caseId}/zoeken`, `/#/casussen/${caseId}`]) {
      await open(place);
      await page.locator('main :not(title)').and(page.getByText(spell)).first().waitFor();
      for (const summary of await page.locator('main summary').all())
        if (await summary.isVisible()) await summary.click();
      expect(await page.locator('main img, main script').count()).toBe(0);
      expect(await page.title()).toMatch(/ – Thuisbasis$/);
    }
    await open(search);
    await page.locator('.map__spot title').first().waitFor({ state: 'attached' });
    expect(await page.locator('.map__spot title').first().textContent()).toContain(spell);
    for (const option of [0, 1])
      await page
        .locator('.option')
        .nth(option)
        .getByLabel(/^Vergelijk/)
        .check();
    expect(await page.getByRole('table', { name: 'Vergelijken' }).innerText()).toContain(spell);
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(broker.faults).toEqual([]);
  });
});
