import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  accessibilityFaults,
  openPages,
  overflow,
  picture,
  portrait,
  signInAs,
  type Pages,
  type Window,
} from './open-pages.js';

const widths = [1440, 390, 320];
const number = 'FL-26-0042';

let pages: Pages;
let broker: Window;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  broker = await pages.window();
  ({ page } = broker);
  await signInAs(page, 'zorgbemiddelaar', '/#/casussen');
});
afterAll(() => pages.close());

describe('a care broker with a case', () => {
  it('finds it in the list, the most urgent first, after the questions that wait for a first contact', async () => {
    await page.getByRole('table', { name: /^Open casussen/ }).waitFor();
    const urgent = await page.locator('section[aria-labelledby="open-casussen"] tbody tr').allTextContents();
    const isUrgent = urgent.map((row) => /crisis|dreigt/.test(row));
    expect(isUrgent).toContain(true);
    expect(isUrgent.lastIndexOf(true)).toBeLessThan(
      isUrgent.includes(false) ? isUrgent.indexOf(false) : isUrgent.length,
    );
    await picture(page, 'casussen-1440');
    await portrait(page, 'casussen');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says once why it is looked at, and holds a place with the time that is left', async () => {
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { name: 'Waarvoor bekijkt u deze casus?' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Passende hulp zoeken' }).click();
    await page.getByRole('heading', { name: `Casus ${number}` }).waitFor();
    await page.getByRole('link', { name: 'Zoek passende hulp' }).click();
    await page.locator('.option').first().waitFor();
    const free = page.locator('.option', { has: page.locator('.facts__free') }).first();
    const title = await free.getByRole('heading').textContent();
    await free.getByRole('button', { name: /^Houd vast/ }).click();
    await picture(page, 'vasthouden-1440');
    await portrait(page, 'vasthouden');
    await free.getByRole('button', { name: 'Vraag de plek aan' }).click();
    await free.getByText(/^Vastgehouden: 1 /).waitFor();
    expect(await free.locator('.countdown').textContent()).toMatch(/^nog .* tot /);
    await page.getByRole('link', { name: 'Bekijk wat u vasthoudt' }).click();
    await page.locator('.holds__live', { hasText: title ?? '' }).waitFor();
    expect(await page.locator('.holds__live .countdown__left').first().textContent()).toMatch(/^nog \d/);
    await portrait(page, 'casus');
  });

  it('holds one place where the answer was lost, and says that nobody knows', async () => {
    await page.getByRole('link', { name: 'Zoek passende hulp' }).click();
    const second = page.locator('.option', { has: page.locator('.facts__free') }).nth(1);
    // what is free changes on the screen while somebody works: the card is known by what it is about
    const free = page.locator(`[aria-labelledby="${(await second.getAttribute('aria-labelledby')) ?? ''}"]`);
    await free.getByRole('button', { name: /^Houd vast/ }).click();
    const amount = free.getByLabel(/^Hoeveel/);
    const send = free.getByRole('button', { name: 'Vraag de plek aan' });
    await amount.fill('1,5');
    await send.click();
    await free.getByText('Vul een heel getal in').waitFor();
    const keys: string[] = [];
    await page.route('**/graphql', async (route) => {
      const { variables } = route.request().postDataJSON() as { variables: { input?: { idempotencyKey: string } } };
      const answer = await route.fetch();
      if (!variables.input) return route.fulfill({ response: answer });
      const lost = {
        errors: [{ message: '', path: ['holdPlace'], extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'capacity' } }],
        data: { holdPlace: null },
      };
      return route.fulfill(
        keys.push(variables.input.idempotencyKey) === 1 ? { response: answer, json: lost } : { response: answer },
      );
    });
    await amount.fill('1');
    await send.click();
    await free.getByText('Het is niet zeker of dit gelukt is.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await send.click();
    await free.getByText(/^Vastgehouden: 1 /).waitFor();
    await page.unrouteAll();
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
    await page.getByRole('link', { name: 'Bekijk wat u vasthoudt' }).click();
    await page.locator('.holds__live').nth(1).waitFor();
    expect(await page.locator('.holds__live').count()).toBe(2);
  });

  it.each(widths)('sees case and search in a window of %i pixels, with nothing that axe finds', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `casus-${width}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: 'Casussen' }).click();
    await page.getByRole('table', { name: /^Open casussen/ }).waitFor();
    await picture(page, `casussen-${width}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { name: `Casus ${number}` }).waitFor();
    await page.getByText('Wat er gebeurde').waitFor();
  });

  it('reads the number of the case unbroken, at 390 pixels as well', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole('link', { name: 'Zoek passende hulp' }).click();
    await page.getByRole('heading', { name: `Passende hulp voor ${number}`, level: 1 }).waitFor();
    const lines = `(() => {
      const range = document.createRange();
      const texts = document.createTreeWalker(document.querySelector('h1'), NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf('${number}');
        if (at < 0) continue;
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + ${number.length});
        return range.getClientRects().length;
      }
    })()`;
    for (const width of [390, 340, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await page.evaluate(lines)]).toEqual([width, 1]);
    }
    await page.getByRole('link', { name: 'Terug naar de casus' }).click();
    await page.getByText('Wat er gebeurde').waitFor();
  });

  it('gives a place back', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const live = page.locator('.holds__live');
    const before = await live.count();
    await live
      .first()
      .getByRole('button', { name: /^Geef vrij/ })
      .click();
    await live.nth(before - 1).waitFor({ state: 'detached' });
  });

  it('writes down a question by telephone, which then waits for its first contact', async () => {
    await page.getByRole('link', { name: 'Vraag aan de telefoon' }).click();
    await page.getByLabel('Gemeente van het kind').fill('Urk');
    await page.getByRole('button', { name: 'Schrijf op' }).click();
    expect(await page.getByText('Kies wie het vraagt.').isVisible()).toBe(true);
    await picture(page, 'telefoon-1440');
    await portrait(page, 'telefoon');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Wie vraagt het?').selectOption('GP');
    await page.getByRole('button', { name: 'Schrijf op' }).click();
    await page.getByText('Opgeschreven.').waitFor();
    await page.getByRole('link', { name: 'Naar wat wacht' }).click();
    const row = page.getByRole('row', { name: /telefoon.*4[78] uur.*huisarts.*Urk/ });
    await row.getByRole('button', { name: 'Ik heb gebeld' }).click();
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached' });
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(broker.faults).toEqual([]);
  });
});
