import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { broker } from '../../actors.js';
import { caseIdOf } from '../../hub.js';
import { takeElsewhere } from '../elsewhere.js';
import { answerWith, codesFor, lookAt } from '../looking.js';
import { openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

const number = 'FL-26-0042';
const owner = { role: 'case-owner' } as const;
const dayMs = 86_400_000;
const yesterday = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
const nextMonth = new Date(Date.now() + 30 * dayMs).toISOString().slice(0, 10);

let pages: Pages;
let window: Window;
let page: Page;
let caseId: string;

beforeAll(async () => {
  pages = await openPages();
  window = await pages.window();
  ({ page } = window);
  caseId = await caseIdOf(pages.hub, number);
  await owned('delete from cases.placement where case_id = $1', [caseId]);
  // as if the provider said yes, long enough ago to begin yesterday
  await owned(`update cases.referral set accepted_at = made_at + interval '1 minute' where case_id = $1`, [caseId]);
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${caseId}`);
  await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
});
afterAll(() => pages.close());

async function owned(statement: string, values: readonly unknown[]): Promise<void> {
  await withClient(pages.hub.database.url('owner'), (client) => client.query(statement, [...values]));
}

/** Takes a step elsewhere with the care that stands there, as another care broker. */
async function elsewhere(step: string): Promise<void> {
  const asked = `query ($id: ID!) { case(id: $id) { placements { id version } } }`;
  const { data } = await pages.hub.query<{ case: { placements: { id: string; version: number }[] } }>(
    asked,
    { id: caseId },
    broker,
  );
  const [{ id: placementId, version } = { id: '', version: 0 }] = data.case.placements;
  await takeElsewhere(pages.hub, step, { placementId, version });
}

/** Makes it time to ask again what came of a question that belongs to no case. */
async function dueAmongCases(): Promise<void> {
  await owned(
    `insert into cases.outcome (consultation_id, kind, measured_on, follow_up_on) select id, 'OUT_OF_HOME_PREVENTED', current_date - 90, current_date - 2
     from cases.consultation where region = 'flevoland' and first_contact_at is not null and case_id is null
     and id not in (select consultation_id from cases.outcome) order by received_at desc limit $1`,
    [1],
  );
}

interface DueQuestion {
  readonly id: string;
  readonly version: number;
  readonly case: { readonly id: string } | null;
}

interface Due {
  readonly outcomesDue: { readonly edges: readonly { node: { consultation: DueQuestion } }[] };
}

async function press(name: RegExp | string): Promise<void> {
  await page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).press('Enter');
}

/** What is to be asked again of a question that belongs to no case, among the cases. */
function dueWithoutCase(): Locator {
  return page.locator('.holds__live', { hasNot: page.getByRole('link', { name: /^Casus / }) });
}

/** Care that is interrupted, as it stands on the page. */
function paused(): Locator {
  return page.locator('.badge', { hasText: 'Tijdelijk onderbroken' });
}

/** Waits until the keyboard is at what came of a step. */
async function isTold(text: RegExp): Promise<void> {
  await page.locator('.done:focus', { hasText: text }).waitFor();
}

describe('a care broker who arranges care with the keyboard', () => {
  it('comes there from the case, allocates what a provider said yes to, and reads at the field what lacks', async () => {
    await page.getByRole('link', { name: 'Zorg en uitkomst' }).press('Enter');
    await page.getByText('Er is nog geen zorg toegewezen.').waitFor();
    await press(/^Wijs zorg toe/);
    await page.locator('select:focus').and(page.getByLabel('Welke zorg?')).waitFor();
    await press('Wijs toe');
    await page.getByText('Kies welke zorg u toewijst.').waitFor();
    await page.getByLabel('Welke zorg?').selectOption({ label: 'Rietvink Jeugdhulp (zei ja op het voorstel)' });
    await press('Wijs toe');
    await page.locator('select:focus').and(page.getByLabel('Wat voor hulp?')).waitFor();
    await lookAt(page, 'zorg-toewijzen');
    await page.getByLabel('Wat voor hulp?').selectOption('INTENSIVE_AMBULATORY');
    await press('Wijs toe');
    await isTold(/^Toegewezen: Rietvink Jeugdhulp/);
    await page.locator('.holds__live', { hasText: 'Toegewezen' }).waitFor();
  });

  it('starts it, interrupts it, and goes on with it', async () => {
    await press(/^Start/);
    await page.locator('input:focus').and(page.getByLabel('Op welke dag begon de zorg?')).waitFor();
    await page.getByLabel('Op welke dag begon de zorg?').fill(nextMonth);
    await press('De zorg is gestart');
    await page.getByText('Kies vandaag, of een dag die voorbij is.').waitFor();
    await page.getByLabel('Op welke dag begon de zorg?').fill(yesterday);
    await press('De zorg is gestart');
    await page.getByText(/^Kies een dag vanaf /).waitFor();
    await press('Toch niet');
    await page.locator('button:focus', { hasText: 'Start' }).press('Enter');
    await press('De zorg is gestart');
    await isTold(/^Gestart: /);
    await press(/^Onderbreek/);
    await page.route('**/graphql', async (route) => {
      const answer = await route.fetch();
      // what the stream tells of it comes first
      if (route.request().postData()?.includes('placementId') === true) await paused().waitFor();
      await route.fulfill({ response: answer });
    });
    await press('De zorg ligt stil');
    await isTold(/^Onderbroken: /);
    await page.unrouteAll({ behavior: 'wait' });
    await press(/^Hervat/);
    await page.locator('button:focus', { hasText: 'De zorg gaat verder' }).press('Enter');
    await isTold(/^Gaat verder: /);
    await paused().waitFor({ state: 'detached' });
  });

  it('hears of an own step once', async () => {
    expect(await page.locator('main .news').textContent()).toBe('');
  });

  it('is told when somebody else did something with it meanwhile, sees it at once, and keeps what was chosen', async () => {
    await press(/^Beëindig/);
    await press('De zorg is gestopt');
    await page.getByText('Kies een reden.').waitFor();
    await page.getByLabel('Waarom stopt de zorg?').selectOption('BY_AGREEMENT');
    await page.getByLabel('Waar gaat het kind heen?').selectOption('OWN_HOME');
    await lookAt(page, 'zorg-beeindigen');
    await portrait(page, 'zorg');
    await elsewhere('pausePlacement');
    await page.locator('.news', { hasText: /tijdelijk onderbroken\.$/ }).waitFor();
    await owned('update cases.placement set version = version + 1 where case_id = $1', [caseId]);
    const again = answerWith(page, 'placements');
    await press('De zorg is gestopt');
    await page.getByRole('alert').getByText('Dit is intussen gewijzigd.').waitFor();
    await again;
    expect(await page.getByLabel('Waarom stopt de zorg?').inputValue()).toBe('BY_AGREEMENT');
  });

  it('takes it again, also where the answer was lost: once', async () => {
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await press('De zorg is gestopt');
    await page.getByText('Het is niet zeker of dit gelukt is.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    // what is shown is newer by now than what was sent
    await page.locator('.news', { hasText: /beëindigd\.$/ }).waitFor();
    await press('De zorg is gestopt');
    await isTold(/^Beëindigd: /);
    await page.getByText(/waarom: in overleg, voortijdig; daarna: thuis, zonder jeugdhulp/i).waitFor();
  });

  it('allocates care in the own network, and cancels it for a reason', async () => {
    await press(/^Wijs zorg toe/);
    await page.getByLabel('Welke zorg?').selectOption('own');
    await page.getByLabel('Wat voor hulp?').selectOption('KINSHIP_FOSTER');
    await press('Wijs toe');
    await isTold(/^Toegewezen: het eigen netwerk/);
    await press(/^Gaat niet door/);
    await press('De zorg gaat niet door');
    await page.getByText('Kies een reden.').waitFor();
    await page.getByLabel('Waarom begint de zorg niet?').selectOption('BY_CLIENT');
    await press('De zorg gaat niet door');
    await isTold(/^Gaat niet door: /);
  });
});

describe('a care broker who writes down what came of a question', () => {
  it('reads at the case and in its care that it is due', async () => {
    await owned(
      `update cases.consultation set case_id = $1, status = 'IN_CONSULTATION' where id = (select id from cases.consultation where region = 'flevoland' and first_contact_at is not null and case_id is null order by received_at desc limit 1)`,
      [caseId],
    );
    await owned(
      `insert into cases.outcome (consultation_id, kind, measured_on, follow_up_on) select id, 'AS_HOME_AS_POSSIBLE', current_date - 90, current_date - 1 from cases.consultation where case_id = $1`,
      [caseId],
    );
    await page.getByRole('link', { name: 'Terug naar de casus' }).press('Enter');
    await page.locator('.standing').getByText('Uitkomst nog vast te leggen').waitFor();
    await lookAt(page, 'casus-met-uitkomst');
    await page.getByRole('link', { name: 'Zorg en uitkomst' }).press('Enter');
    await page.getByText(/^Uitkomst nog vast te leggen, sinds/).waitFor();
  });

  it('says at the field what lacks, and writes it down', async () => {
    await press(/^Leg de uitkomst vast/);
    await page.getByRole('button', { name: 'Leg de uitkomst vast', exact: true }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Wat kwam eruit?')).waitFor();
    await page.getByText('Kies wat eruit kwam.').waitFor();
    await page.getByLabel('Wat kwam eruit?').selectOption('AS_HOME_AS_POSSIBLE');
    await page.getByLabel('Houdt het nog stand?').selectOption('YES');
    await page.getByLabel('Wanneer vraagt u het weer?').fill(nextMonth);
    await lookAt(page, 'uitkomst-vastleggen');
    await page.getByRole('button', { name: 'Leg de uitkomst vast', exact: true }).press('Enter');
    await isTold(/^Uitkomst vastgelegd: kind zo thuis mogelijk/);
    await page.getByText(/en dat houdt stand/).waitFor();
    await page.getByText(/^Uitkomst nog vast te leggen/).waitFor({ state: 'detached' });
    await lookAt(page, 'zorg');
  });

  it('hears of what a colleague does with the care next, of which the own step changed nothing', async () => {
    await takeElsewhere(pages.hub, 'allocatePlacement', { caseId, rung: 'KINSHIP_FOSTER' });
    await page.locator('.news', { hasText: /toegewezen\.$/ }).waitFor();
  });

  it('finds among the cases what is due of a question without one, and writes it down there', async () => {
    await dueAmongCases();
    await page.getByRole('link', { name: 'Casussen' }).press('Enter');
    await page.getByRole('heading', { name: 'Uitkomst nog vast te leggen' }).waitFor();
    const due = dueWithoutCase();
    await due.getByRole('button', { name: /^Leg de uitkomst vast/ }).press('Enter');
    await page.getByLabel('Wat kwam eruit?').selectOption('NOT_SUCCESSFUL');
    await page.getByLabel('Houdt het nog stand?').selectOption('NO');
    await lookAt(page, 'casussen-met-uitkomst');
    await page.getByRole('button', { name: 'Leg de uitkomst vast', exact: true }).press('Enter');
    await isTold(/^Uitkomst vastgelegd: niet gelukt/);
    await due.waitFor({ state: 'detached' });
    // that of the demonstration, which did become a case, waits still
    await page.locator('.holds__live').getByRole('link', { name: 'Casus FL-26-0030' }).waitFor();
  });

  it('keeps what was filled in where a colleague was first, is told, and writes it down beside that', async () => {
    await dueAmongCases();
    await page.reload();
    const due = dueWithoutCase();
    await due.getByRole('button', { name: /^Leg de uitkomst vast/ }).press('Enter');
    await page.getByLabel('Wat kwam eruit?').selectOption('NOT_SUCCESSFUL');
    await page.getByLabel('Wanneer vraagt u het weer?').fill(nextMonth);
    const asked = '{ outcomesDue { edges { node { consultation { id version case { id } } } } } }';
    const { data } = await pages.hub.query<Due>(asked, {}, broker);
    const questions = data.outcomesDue.edges.map(({ node }) => node.consultation);
    const { id: consultationId, version } = questions.find((one) => one.case === null) ?? {};
    const found = { kind: 'AS_HOME_AS_POSSIBLE', measuredOn: yesterday };
    await takeElsewhere(pages.hub, 'recordOutcome', { ...found, consultationId, version });
    await page.locator('.told', { hasText: 'Hier is intussen een uitkomst vastgelegd.' }).waitFor();
    await page.getByRole('status').getByText('Wat u invulde, staat er nog.').waitFor({ state: 'attached' });
    expect(await page.getByLabel('Wat kwam eruit?').inputValue()).toBe('NOT_SUCCESSFUL');
    expect(await page.getByLabel('Wanneer vraagt u het weer?').inputValue()).toBe(nextMonth);
    const kept = page.locator('.holds > li', { has: page.getByRole('form') });
    await kept.locator('.part__course li', { hasText: 'kind zo thuis mogelijk' }).waitFor();
    await lookAt(page, 'casussen-uitkomst-voor');
    await press('Leg de uitkomst vast');
    await isTold(/^Uitkomst vastgelegd: niet gelukt/);
    await kept.waitFor({ state: 'detached' });
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(window.faults).toEqual([]);
  });
});

describe('who may not arrange care', () => {
  it('is refused by the hub: a member of the expert team', async () => {
    const own = await pages.window();
    await signInAs(own.page, 'lid van het regionaal expertteam', `/#/casussen/${caseId}/zorg`);
    await own.page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    const input = { idempotencyKey: 'refused', caseId, rung: 'OWN_HOME' };
    expect(await codesFor(own.page, 'PageAllocatePlacement', { input })).toEqual(['FORBIDDEN']);
  });

  it('reads what came of a question and writes nothing: who brought the case', async () => {
    const asked = '{ cases(first: 1) { edges { node { id } } } }';
    const { data } = await pages.hub.query<{ cases: { edges: { node: { id: string } }[] } }>(asked, {}, owner);
    const ownId = data.cases.edges[0]?.node.id ?? '';
    await owned('update cases.consultation set case_id = $1 where case_id = $2', [ownId, caseId]);
    const own = await pages.window();
    await signInAs(own.page, 'casushouder', `/#/casussen/${ownId}/zorg`);
    await own.page.getByRole('button', { name: 'Mijn eigen casus' }).click();
    await own.page.getByText(/en dat houdt stand/).waitFor();
    expect(await own.page.getByRole('button', { name: /^Leg de uitkomst vast/ }).count()).toBe(0);
    await own.page.goto(`${pages.hub.url}/#/telefoon/lopend`);
    await own.page
      .locator('.holds')
      .getByText(/en dat houdt stand/)
      .waitFor();
    expect(await own.page.locator('.holds').getByRole('button').count()).toBe(0);
    const input = { idempotencyKey: 'refused', consultationId: caseId, version: 1 };
    expect(await codesFor(own.page, 'PageCloseConsultation', { input })).toEqual(['FORBIDDEN']);
  });
});
