import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { caseIdOf } from '../../hub.js';
import { answerWith, lookAt } from '../looking.js';
import { openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

const number = 'FL-26-0042';

let pages: Pages;
let window: Window;
let page: Page;
let caseId: string;

beforeAll(async () => {
  pages = await openPages();
  window = await pages.window();
  ({ page } = window);
  caseId = await caseIdOf(pages.hub, number);
  await withClient(pages.hub.database.url('owner'), (client) =>
    client.query('delete from cases.checklist where case_id = $1', [caseId]),
  );
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${caseId}`);
  await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
});
afterAll(() => pages.close());

/** Waits until the keyboard is at the heading of a question. */
async function isAt(position: number): Promise<void> {
  await page.locator('#vraag:focus', { hasText: `vraag ${position} van 14` }).waitFor();
}

/** Chooses in the field where the keyboard is by its first letters; a browser forgets them where a second passes between two. */
async function choose(letters: string): Promise<void> {
  for (let times = 0; times < 5; times++) {
    await page.keyboard.type(letters);
    const chosen = await page.evaluate<string>('document.activeElement.selectedOptions[0].text');
    if (chosen.toLowerCase().startsWith(letters)) return;
    await page.waitForTimeout(1_500);
  }
  throw new Error(`nothing begins with ${letters}`);
}

/** Chooses in the field that comes next, and goes on, by keyboard alone. */
async function answer(letters: string): Promise<void> {
  await page.keyboard.press('Tab');
  await choose(letters);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

describe('who fills in the checklist with the keyboard', () => {
  it('comes there from the case, and reads at the field what lacks', async () => {
    await page.getByRole('link', { name: 'Checklist voor een groep' }).press('Enter');
    await page.getByRole('heading', { name: /^Wijkteam of lokale toegang/ }).waitFor();
    await page.getByText('Vraag 1 van 14', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Wat is de uitkomst?')).waitFor();
    await page.getByText('Kies een antwoord.').waitFor();
    await choose('niet');
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Waarom past dit niet?')).waitFor();
    await lookAt(page, 'checklist-vraag');
    await portrait(page, 'checklist');
    await choose('te licht');
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await isAt(2);
    expect(await page.getByRole('status').textContent()).toBe('Antwoord opgeslagen.');
  });

  it('goes on after an interruption where it stopped, and back to what was answered', async () => {
    await page.reload();
    await page.getByText('Vraag 2 van 14', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Vorige' }).press('Enter');
    await isAt(1);
    await page.getByText('Opgeslagen: niet passend: te licht voor de problemen').waitFor();
    expect(await page.getByLabel('Waarom past dit niet?').inputValue()).toBe('TOO_LIGHT');
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await isAt(2);
  });

  it('keeps what was chosen when somebody else answered meanwhile, and is told', async () => {
    await withClient(pages.hub.database.url('owner'), (client) =>
      client.query('update cases.checklist set version = version + 1 where case_id = $1', [caseId]),
    );
    await page.getByLabel('Wat is de uitkomst?').selectOption('NO_CAPACITY');
    const again = answerWith(page, 'residentialChecklist');
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await page.getByRole('alert').getByText('Dit is intussen gewijzigd.').waitFor();
    await again;
    expect(await page.getByLabel('Wat is de uitkomst?').inputValue()).toBe('NO_CAPACITY');
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await isAt(3);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('completes it once nothing lacks, also where a frame is shown before an answer is drawn', async () => {
    await page.evaluate('window.requestAnimationFrame = (draw) => (draw(0), 0)');
    for (let position = 3; position <= 11; position++) {
      await answer('geprobeerd');
      await isAt(position + 1);
    }
    await answer('nee');
    await isAt(13);
    await answer('ja');
    await isAt(14);
    await answer('behandeling');
    await page.locator('#vraag:focus', { hasText: 'Uw antwoorden' }).waitFor();
    await page.getByText('Nog niet alles is in orde.').waitFor();
    expect(await page.getByRole('button', { name: 'Rond af' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Wijzig.*Overleg met anderen/ }).press('Enter');
    await isAt(12);
    await answer('ja');
    await isAt(13);
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await isAt(14);
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    await page.getByRole('button', { name: 'Rond af' }).waitFor();
    await lookAt(page, 'checklist-antwoorden');
    await page.getByRole('button', { name: 'Rond af' }).press('Enter');
    await page
      .locator('#vraag:focus')
      .and(page.getByRole('heading', { name: 'De checklist is afgerond' }))
      .waitFor();
    expect(await page.getByRole('button', { name: 'Rond af' }).count()).toBe(0);
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(window.faults).toEqual([]);
  });
});

describe("a provider's planner who opens the address", () => {
  it('reads that there is no such page, and asks the hub nothing of the case', async () => {
    const own = await pages.window();
    const asked: string[] = [];
    own.page.on('request', (request) => asked.push(request.postData() ?? ''));
    await signInAs(own.page, 'planner van een aanbieder', `/#/casussen/${caseId}/checklist`);
    await own.page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    expect(asked.filter((text) => text.includes(caseId))).toEqual([]);
  });
});
