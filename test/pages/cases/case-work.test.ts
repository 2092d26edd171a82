import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { broker } from '../../actors.js';
import { caseIdOf } from '../../hub.js';
import { accessibilityFaults, openPages, picture, signInAs, type Pages, type Window } from '../open-pages.js';
import { answerWith, drawn } from '../looking.js';

const number = 'FL-26-0042';
const hourMs = 3_600_000;

let pages: Pages;
let window: Window;
let page: Page;
let caseId: string;

beforeAll(async () => {
  pages = await openPages();
  window = await pages.window();
  ({ page } = window);
  caseId = await caseIdOf(pages.hub, number);
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${caseId}`);
});
beforeEach(() => page.unrouteAll({ behavior: 'wait' }));
afterAll(() => pages.close());

async function open(place: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(place);
}

/** Text of what has the keyboard. */
async function focused(): Promise<string> {
  return page.locator(':focus').first().innerText();
}

/** Does something elsewhere, as another care broker. */
async function elsewhere(mutation: string, input: object): Promise<void> {
  const { errors } = await pages.hub.query(mutation, { input }, { ...broker, subject: 'another-broker' });
  expect(errors).toEqual([]);
}

describe('a care broker who works on a case', () => {
  it('goes on with the keyboard where the purpose was asked, and hears that the case is there', async () => {
    await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
    await page.getByRole('heading', { name: `Casus ${number}` }).waitFor();
    await page.locator('#inhoud:focus').waitFor();
    await page.getByRole('status').getByText(`Casus ${number} staat er.`).waitFor({ state: 'attached' });
  });

  it('goes on with the keyboard at what was found, in one place that speaks', async () => {
    await open('/#/zoeken?gemeente=Lelystad&geboren=2014');
    await page
      .getByText(/^De eerste 10 van/)
      .first()
      .waitFor();
    await page.evaluate(`globalThis.speaker = document.querySelector('[role=status]')`);
    await page.getByLabel('Geboortejaar').fill('2012');
    await page.keyboard.press('Enter');
    await page.waitForURL(/geboren=2012/);
    await page.locator('#gevonden:focus', { hasText: /^De eerste 10 van/ }).waitFor();
    expect(await page.evaluate(`globalThis.speaker === document.querySelector('[role=status]')`)).toBe(true);
    expect(await page.getByRole('status').textContent()).toMatch(/^De eerste 10 van/);
    await page.getByRole('button', { name: 'Toon er meer' }).press('Enter');
    await page.locator('.option').nth(10).waitFor();
    await page.locator('.option').nth(10).locator('h2:focus').waitFor();
  });

  it('holds a place and gives up holding one without losing the keyboard', async () => {
    await open(`/#/casussen/${caseId}/zoeken`);
    const free = page.locator('.option', { has: page.locator('.facts__free') });
    await free
      .nth(1)
      .getByRole('button', { name: /^Houd vast/ })
      .press('Enter');
    await free
      .nth(1)
      .getByLabel(/^Hoeveel/)
      .and(page.locator(':focus'))
      .waitFor();
    await free.nth(1).getByRole('button', { name: 'Toch niet' }).press('Enter');
    expect(await focused()).toMatch(/^Houd vast/);
    await free
      .first()
      .getByRole('button', { name: /^Houd vast/ })
      .press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.held:focus').waitFor();
    expect(await focused()).toMatch(/^Vastgehouden: 1 /);
  });

  it('can hold again what lapsed, and is left where the keyboard is meanwhile', async () => {
    // as if the provider had two seconds to answer: the answer is the hub's, but for the moment until which it is held
    await page.route('**/graphql', async (route) => {
      const reply = await route.fetch();
      const soon = new Date(Date.now() + 2_000).toISOString();
      const body = (await reply.text()).replaceAll(/"expiresAt":"[^"]*"/g, `"expiresAt":"${soon}"`);
      await route.fulfill({ response: reply, body });
    });
    const other = page.locator('.option', { has: page.getByRole('button', { name: /^Houd vast/ }) }).nth(1);
    const option = page.locator('.option').nth(Number(await other.locator('.option__rank').innerText()) - 1);
    await option.getByRole('button', { name: /^Houd vast/ }).press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.held:focus').waitFor();
    await page.getByRole('link', { name: 'Bekijk wat u vasthoudt' }).focus();
    await option.getByText(/Verlopen op/).waitFor();
    await option.getByRole('button', { name: /^Houd vast/ }).waitFor();
    expect(await focused()).toBe('Bekijk wat u vasthoudt');
  });

  it('reads at an old figure whom to call first, and must say with whom was spoken', async () => {
    const oldest = page.locator('.option', { has: page.getByText('Bel eerst', { exact: true }) }).first();
    for (let more = 0; more < 9 && (await oldest.count()) === 0; more++) {
      const before = await page.locator('.option').count();
      await page.getByRole('button', { name: 'Toon er meer' }).click();
      await page.locator('.option').nth(before).waitFor();
    }
    // the same one also where another comes to stand above it
    const stale = page.locator(`.option[aria-labelledby="${(await oldest.getAttribute('aria-labelledby')) ?? ''}"]`);
    await stale.getByRole('button', { name: /^Houd vast/ }).click();
    const form = stale.getByRole('form');
    expect(await form.getByRole('link', { name: /^Bel / }).getAttribute('href')).toMatch(/^tel:\+31\d+$/);
    await form.getByRole('button', { name: 'Vraag de plek aan' }).click();
    await form.getByText('Vul in met wie u belde.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'vasthouden-oud-cijfer-1440');
    await form.getByLabel('Met wie belde u?').fill('de planner');
    const asked = page.waitForRequest((request) => request.postData()?.includes('confirmedByPhone') === true);
    await page.keyboard.press('Enter');
    expect((await asked).postDataJSON()).toMatchObject({
      variables: { input: { confirmedByPhone: { spokenWith: 'de planner' } } },
    });
    await stale.getByText(/^Vastgehouden: 1 /).waitFor();
  });

  it('sees what happened, and how it stands, when somebody else gave the place back meanwhile', async () => {
    await page.route('**/graphql/stream', (route) => route.abort());
    await open(`/#/casussen/${caseId}`);
    const live = page.locator('.holds__live');
    await live.first().waitFor();
    const before = await live.count();
    const { data } = await pages.hub.query<{ case: { holds: { edges: { node: { id: string } }[] } } }>(
      'query ($id: ID!) { case(id: $id) { holds(first: 1) { edges { node { id } } } } }',
      { id: caseId },
      broker,
    );
    const holdId = data.case.holds.edges[0]?.node.id;
    await elsewhere('mutation ($input: HoldStepInput!) { releaseHold(input: $input) { hold { id } } }', {
      idempotencyKey: 'elsewhere',
      holdId,
    });
    await live
      .first()
      .getByRole('button', { name: /^Geef vrij/ })
      .press('Enter');
    await page.getByRole('alert').getByText('Dit kan niet meer: er is intussen iets veranderd.').waitFor();
    await live.nth(before - 1).waitFor({ state: 'detached' });
    await page.locator('#vastgehouden:focus').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('gives a place back, hears so, and goes on at what is held', async () => {
    const live = page.locator('.holds__live');
    const before = await live.count();
    await live
      .first()
      .getByRole('button', { name: /^Geef vrij/ })
      .press('Enter');
    await live.nth(before - 1).waitFor({ state: 'detached' });
    await page.locator('#vastgehouden:focus').waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/^Vrijgegeven: ./);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('sees how long a place is held by the clock of the hub, though that of the PC is wrong, and how it stands when that is over', async () => {
    await page.clock.setSystemTime(Date.now() + 5 * hourMs);
    await open(`/#/casussen/${caseId}/zoeken`);
    const free = page.locator('.option', { has: page.locator('.facts__free') }).nth(2);
    await free.getByRole('button', { name: /^Houd vast/ }).click();
    const answer = page.waitForResponse((response) => response.request().postData()?.includes('offerId') === true);
    await free.getByRole('button', { name: 'Vraag de plek aan' }).click();
    const { data } = (await (await answer).json()) as { data: { holdPlace: { hold: { expiresAt: string } } } };
    const leftMs = Date.parse(data.holdPlace.hold.expiresAt) - Date.now();
    const shown = (await free.locator('.countdown__left').textContent()) ?? '';
    const [, hours = '', minutes = '0'] = /^nog (\d+) (?:uur (\d+) min|dagen)$/.exec(shown) ?? [];
    expect(Math.abs(leftMs - (Number(hours) * 60 + Number(minutes)) * 60_000)).toBeLessThan(90_000);

    // what the stream tells would be the truth at once
    await page.route('**/graphql/stream', (route) => route.abort());
    // as if it were nearly over: the answer is the hub's, but for the moment until which it is held
    let asked = 0;
    await page.route('**/graphql', async (route) => {
      const reply = await route.fetch();
      const soon = new Date(Date.now() + 2_000).toISOString();
      const answer = await reply.text();
      const isFirst = answer.includes('"expiresAt"') && asked++ === 0;
      const body = answer.replaceAll(/"expiresAt":"[^"]*"/g, `"expiresAt":"${soon}"`);
      await route.fulfill(isFirst ? { response: reply, body } : { response: reply });
    });
    await page.getByRole('link', { name: 'Bekijk wat u vasthoudt' }).click();
    await page
      .locator('.countdown__left', { hasText: /^nog 00:0/ })
      .first()
      .waitFor();
    await page
      .locator('.countdown__left', { hasText: /^nog \d+ (uur|dagen)/ })
      .first()
      .waitFor();
    expect(asked).toBe(2);
    await page.unroute('**/graphql/stream');
  });

  it('is asked once more before a call is written down, and is told when somebody else wrote it down', async () => {
    await page.clock.setSystemTime(Date.now());
    await open('/#/casussen');
    const waiting = page.getByRole('table', { name: 'Vragen die wachten op eerste contact' }).locator('tbody tr');
    await waiting.first().waitFor();
    const before = await waiting.count();
    const first = waiting.first();
    await first.getByRole('button', { name: 'Ik heb gebeld' }).press('Enter');
    await first.getByRole('button', { name: 'Toch niet' }).press('Enter');
    expect(await focused()).toBe('Ik heb gebeld');
    expect(await waiting.count()).toBe(before);

    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Ja, gebeld');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'gebeld-1440');
    await withClient(pages.hub.database.url('owner'), (client) =>
      client.query(`update cases.consultation set version = version + 1 where status = 'RECEIVED'`),
    );
    const answer = page.waitForResponse(
      (response) => response.request().postData()?.includes('consultationId') === true,
    );
    const again = answerWith(page, 'firstContactDueAt');
    await page.keyboard.press('Enter');
    expect(await (await answer).text()).toContain('VERSION_CONFLICT');
    await again;
    await drawn(page);
    await page.getByText('Dit is intussen gewijzigd.').waitFor();
    await page.locator('#eerste-contact:focus').waitFor();
    await first.getByRole('button', { name: 'Ik heb gebeld' }).press('Enter');
    await page.keyboard.press('Enter');
    await waiting.nth(before - 1).waitFor({ state: 'detached' });
    expect(await page.getByRole('status').textContent()).toBe('Opgeschreven: u hebt gebeld.');
  });

  it('sends the very same again where its answer was lost, whatever is shown of it meanwhile', async () => {
    const waiting = page.getByRole('table', { name: 'Vragen die wachten op eerste contact' }).locator('tbody tr');
    const before = await waiting.count();
    const sent: (string | null)[] = [];
    await page.route('**/graphql', async (route) => {
      const body = route.request().postData();
      if (body?.includes('consultationId') !== true) return route.continue();
      return sent.push(body) === 1 ? route.abort() : route.continue();
    });
    await waiting.first().getByRole('button', { name: 'Ik heb gebeld' }).press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Het is niet zeker of dit gelukt is.').waitFor();
    await withClient(pages.hub.database.url('owner'), (client) =>
      client.query(`update cases.consultation set version = version + 1 where status = 'RECEIVED'`),
    );
    await elsewhere(
      'mutation ($input: RegisterConsultationInput!) { registerConsultation(input: $input) { isReplay } }',
      {
        ...{ idempotencyKey: 'one-more', channel: 'PHONE', municipalityCode: '0995' },
        referrer: { kind: 'GP', municipalityCode: '0995' },
      },
    );
    await waiting.nth(before).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Dit is intussen gewijzigd.').waitFor();
    expect(sent[1]).toBe(sent[0]);
  });

  it('reads on where there are more than a hundred cases, with how many are shown', async () => {
    await withClient(pages.hub.database.url('owner'), (client) =>
      client.query(
        `insert into cases.case_file
         select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', 'FL-26-' || 5000 + n))).*
         from cases.case_file one, generate_series(1, 120) n where one.id = $1`,
        [caseId],
      ),
    );
    await open('/#/casussen');
    await page.getByText('Dit zijn de 100 casussen die het laatst begonnen. Er zijn er meer.').waitFor();
    await page.getByRole('button', { name: 'Toon meer' }).press('Enter');
    await page.locator('#open-casussen:focus').waitFor();
    const rows = page.locator('section[aria-labelledby="open-casussen"] tbody tr');
    expect(await rows.count()).toBeGreaterThan(120);
    expect(await page.getByRole('status').textContent()).toBe(`${await rows.count()} casussen getoond.`);
    expect(await page.getByRole('heading', { name: `${await rows.count()} open casussen` }).count()).toBe(1);
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(window.faults).toEqual([]);
  });
});
