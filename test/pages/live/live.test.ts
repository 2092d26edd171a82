import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openHoldScene, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { accessibilityFaults, openPages, overflow, picture, signInAs, type Pages, type Window } from '../open-pages.js';
import { answerWith } from '../looking.js';

let pages: Pages;
let scene: HoldScene;
let broker: Window;
let colleague: Window;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  scene = await openHoldScene(pages.hub);
  [broker, colleague] = await Promise.all([pages.window(), pages.window()]);
  ({ page } = broker);
  await signInAs(page, 'zorgbemiddelaar', '/#/casussen');
});
afterAll(() => pages.close());

async function openCase(at: Page, number: string): Promise<void> {
  await at.getByRole('link', { name: number }).click();
  await at.getByRole('button', { name: 'Passende hulp zoeken' }).click();
  await at.getByRole('heading', { name: `Casus ${number}` }).waitFor();
}

describe('what a care broker has on the screen', () => {
  it('shows the answer of a provider as it comes, says so in one sentence, and moves nothing', async () => {
    await openCase(page, 'FL-26-0011');
    const link = page.getByRole('link', { name: 'Zoek passende hulp' });
    await link.focus();
    const { hold } = await scene.hold({ caseId: scene.caseIds[0], offerId: await scene.offerWith(2), quantity: 1 });
    const live = page.locator('.holds__live');
    await live.getByText(/^Gevraagd/).waitFor();
    await scene.answer({ holdId: hold?.id, answer: 'ACCEPT' }, planner);
    await live.getByText(/^Toegezegd/).waitFor();
    expect(await page.locator('main .news').textContent()).toMatch(/: toegezegd door de aanbieder\.$/);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Zoek passende hulp');
    await picture(page, 'live-casus-1440');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows in the list what a colleague wrote down elsewhere', async () => {
    const other = colleague.page;
    await signInAs(other, 'zorgbemiddelaar', '/#/telefoon');
    await page.getByRole('link', { name: 'Casussen' }).click();
    await page.getByRole('table', { name: /^Open casussen/ }).waitFor();
    await other.getByLabel('Gemeente van het kind').fill('Urk');
    await other.getByLabel('Wie vraagt het?').selectOption('GP');
    await other.getByRole('button', { name: 'Schrijf op' }).click();
    await page.getByRole('row', { name: /telefoon.*huisarts.*Urk/ }).waitFor();
    await page.locator('main .news').getByText('De lijst is bijgewerkt: 1 nieuwe vraag.').waitFor();
    await picture(page, 'live-lijst-1440');
  });

  it('changes a search under way, but takes nothing away that somebody works on', async () => {
    await page.goto(`${pages.hub.url}/#/casussen/${scene.caseIds[1] ?? ''}/zoeken`);
    await page.getByRole('button', { name: 'Passende hulp zoeken' }).click();
    const card = page.locator('.option', { has: page.locator('.facts__free') }).first();
    await card.waitFor();
    const title = (await card.getByRole('heading').textContent()) ?? '';
    await card.getByRole('button', { name: /^Houd vast/ }).click();
    const offer = (await card.getAttribute('aria-labelledby'))?.replace('optie-', '') ?? '';
    await scene.asOwner(
      `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       select id, 1000, hub_now(), 'test', 'MACHINE', 'NO_CAPACITY', 0, 6, unit from capacity.offer where id = $1`,
      [offer],
    );
    await scene.hold({ caseId: scene.caseIds[2], offerId: await scene.offerWith(2), quantity: 1 });
    await page.locator('main .news:not(:empty)').waitFor();
    expect(await page.getByRole('form', { name: `Vasthouden: ${title}` }).isVisible()).toBe(true);
    await picture(page, 'live-zoeken-1440');
  });

  it('says why a place is not held, and looks again at what fits without a word beside it', async () => {
    await page.evaluate(`globalThis.heard = [];
      new MutationObserver(() => heard.push(document.body.innerText)).observe(document.body, {
        subtree: true, childList: true, characterData: true,
      })`);
    const again = answerWith(page, 'organisationsConsidered');
    await page.getByRole('button', { name: 'Vraag de plek aan' }).click();
    await page.getByRole('alert').first().waitFor();
    await again;
    expect(await page.evaluate(`heard.filter((text) => text.includes('Zoekt bij alle aanbieders'))`)).toEqual([]);
    await page
      .getByText(/^De eerste 10 van/)
      .first()
      .waitFor();
  });

  it('says when it cannot hear of changes, and is up to date again by itself', async () => {
    await page.getByRole('link', { name: 'Casussen' }).click();
    await page.route('**/graphql/stream', (route) => route.abort());
    await page.getByRole('link', { name: 'FL-26-0011' }).click();
    await page.getByText('Niet live: wat hier staat, kan veranderd zijn.').waitFor();
    await page.setViewportSize({ width: 320, height: 900 });
    await picture(page, 'niet-live-320');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const held = await liveHold();
    expect((await scene.step('releaseHold', String(held))).codes).toEqual([]);
    expect(await page.locator('.holds__live').count()).toBe(1);
    await page.unroute('**/graphql/stream');
    // it tries again later each time, after half a minute at the most
    await page.locator('.holds__live').waitFor({ state: 'detached' });
    await page.getByText('Niet live').waitFor({ state: 'detached' });
  });

  it('goes on once somebody has signed in again, and breaks no rule of the page', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await scene.asOwner('delete from gateway.person_session');
    await page.getByText('U bent uitgelogd: uw sessie is voorbij.').waitFor();
    expect([broker.faults, colleague.faults]).toEqual([[], []]);
  });
});

async function liveHold(): Promise<unknown> {
  const sql = `select h.id from capacity.hold h join capacity.hold_case c on c.hold_id = h.id where c.case_id = $1 and h.ended_at is null`;
  return (await scene.asOwner(sql, [scene.caseIds[0]]))[0]?.['id'];
}
