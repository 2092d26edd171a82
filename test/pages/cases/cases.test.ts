import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Actor } from '../../actors.js';
import { colleague, takeElsewhere } from '../elsewhere.js';
import { lookAt } from '../looking.js';
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

interface Running {
  readonly consultations: { readonly edges: { readonly node: { id: string; version: number } }[] };
}

/** The question that came in last of those that run. */
async function newestRunning(actor: Actor): Promise<readonly [id: string, version: number]> {
  const states =
    '[CONTACTED, IN_CONSULTATION, ROUND_TABLE_PLANNED, ROUND_TABLE_HELD, TEAM_DEPLOYED, EXPLANATORY_ANALYSIS, MATCHING]';
  const document = `{ consultations(filter: { statuses: ${states} }, first: 1) { edges { node { id version } } } }`;
  const { data } = await pages.hub.query<Running>(document, {}, actor);
  const [first] = data.consultations.edges;
  if (!first) throw new Error('no question runs');
  return [first.node.id, first.node.version];
}

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
    const row = page.getByRole('row', { name: /telefoon.*(47 uur|2 dagen).*huisarts.*Urk/ });
    await row.getByRole('button', { name: 'Ik heb gebeld' }).click();
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached' });
  });

  it('breaks off a question that nobody goes on with, and says why', async () => {
    await page.getByRole('link', { name: 'Vraag aan de telefoon' }).click();
    await page.getByLabel('Gemeente van het kind').fill('Dronten');
    await page.getByLabel('Wie vraagt het?').selectOption('PARENT');
    await page.getByRole('button', { name: 'Schrijf op' }).click();
    await page.getByRole('link', { name: 'Naar wat wacht' }).click();
    const row = page.getByRole('row', { name: /telefoon.*(47 uur|2 dagen).*Dronten/ });
    await row.getByRole('button', { name: /^Breek af/ }).press('Enter');
    const form = page.getByRole('form', { name: /^Breek af: vraag van .*, Dronten$/ });
    await form.getByRole('button', { name: 'Toch niet' }).press('Enter');
    await page.locator(':focus', { hasText: /^Breek af/ }).press('Enter');
    await form.getByRole('button', { name: 'Breek de vraag af' }).press('Enter');
    await form.getByText('Kies waarom u niet verdergaat.').waitFor();
    await lookAt(page, 'afbreken');
    await form.getByLabel('Waarom gaat u niet verder?').selectOption('WITHDRAWN');
    await form.getByRole('button', { name: 'Breek de vraag af' }).press('Enter');
    await row.waitFor({ state: 'detached' });
    await page
      .getByRole('status')
      .getByText(/^Afgebroken: vraag van .*, Dronten\.$/)
      .waitFor();
    await page.locator('h2:focus', { hasText: 'Wacht op eerste contact' }).waitFor();
  });

  it('writes down what was done and what came of a question without a case, and ends it', async () => {
    await page.getByRole('link', { name: /^Vragen die lopen/ }).click();
    const question = page.locator('li', { has: page.getByRole('heading', { name: /^Vraag van .*: huisarts, Urk$/ }) });
    await question.getByText('eerste contact geweest').waitFor();
    await question.getByRole('button', { name: /^Schrijf op wat u deed/ }).press('Enter');
    await page.getByRole('button', { name: 'Schrijf op', exact: true }).press('Enter');
    await page.getByText('Kies wat u deed.').waitFor();
    await page.getByLabel('Wat deed u?').selectOption('REFERRED_TO_REGULAR_CARE');
    await page.getByRole('button', { name: 'Schrijf op', exact: true }).press('Enter');
    await page.locator('.done:focus', { hasText: 'Opgeschreven: verwezen naar reguliere zorg.' }).waitFor();
    await question.getByText('Gedaan: verwezen naar reguliere zorg.').waitFor();
    await question.getByRole('button', { name: /^Leg de uitkomst vast/ }).press('Enter');
    await page.getByLabel('Wat kwam eruit?').selectOption('AS_HOME_AS_POSSIBLE');
    await lookAt(page, 'vragen-die-lopen');
    await page.getByRole('button', { name: 'Leg de uitkomst vast', exact: true }).press('Enter');
    await question.getByText(/: kind zo thuis mogelijk$/).waitFor();
    expect(await page.locator('.done').allTextContents()).toEqual(['Uitkomst vastgelegd: kind zo thuis mogelijk.']);
    await portrait(page, 'vragen-die-lopen');
    await question.getByRole('button', { name: /^Sluit af/ }).press('Enter');
    await page.getByRole('button', { name: 'Sluit de vraag af' }).press('Enter');
    await page.locator('.done:focus', { hasText: /^Afgesloten: vraag van .*: huisarts, Urk\.$/ }).waitFor();
    await question.waitFor({ state: 'detached' });
  });

  it('is told that a question was ended meanwhile, and goes on with what can still be done', async () => {
    const [id, version] = await newestRunning(colleague);
    const first = page.locator('.holds > li').first();
    await first.getByRole('button', { name: /^Schrijf op wat u deed/ }).click();
    await first.getByLabel('Wat deed u?').selectOption('TAILOR_MADE');
    await takeElsewhere(pages.hub, 'closeConsultation', { consultationId: id, version });
    await page.locator('.news', { hasText: '1 vraag loopt niet meer' }).waitFor();
    const kept = page.locator('.holds > li', { hasText: 'Deze vraag loopt niet meer.' });
    await kept.getByText('Dit kan niet meer: deze vraag is intussen beëindigd.').waitFor();
    await kept.locator('button:focus').waitFor();
    await kept.locator('.badge', { hasText: 'afgesloten' }).waitFor();
    await lookAt(page, 'vraag-beeindigd');
    await kept.getByRole('button', { name: /^Leg de uitkomst vast/ }).press('Enter');
    await kept.getByLabel('Wat kwam eruit?').selectOption('AS_HOME_AS_POSSIBLE');
    await kept.getByRole('button', { name: 'Leg de uitkomst vast', exact: true }).press('Enter');
    await page.locator('.done:focus', { hasText: 'Uitkomst vastgelegd: kind zo thuis mogelijk.' }).waitFor();
    await kept.waitFor({ state: 'detached' });
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(broker.faults).toEqual([]);
  });
});
