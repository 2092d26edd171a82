import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { broker } from '../../actors.js';
import { caseIdOf } from '../../hub.js';
import { answerWith, codesFor, lookAt, signInElsewhere } from '../looking.js';
import { openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

const number = 'FL-26-0042';
const dayMs = 86_400_000;
const inThreeDays = new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 10);

let pages: Pages;
let window: Window;
let page: Page;
let member: Window;
let caseId: string;

beforeAll(async () => {
  pages = await openPages();
  window = await pages.window();
  member = await pages.window();
  ({ page } = window);
  caseId = await caseIdOf(pages.hub, number);
  await owned('delete from cases.round_table where case_id = $1', [caseId]);
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${caseId}`);
  await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
});
afterAll(() => pages.close());

async function owned(statement: string, values: readonly unknown[]): Promise<void> {
  await withClient(pages.hub.database.url('owner'), (client) => client.query(statement, [...values]));
}

/** Plans a table elsewhere, as another care broker. */
async function planElsewhere(): Promise<void> {
  const input = {
    ...{ idempotencyKey: 'elsewhere', caseId, kind: 'RET_MORNING', plannedAt: `${inThreeDays}T13:00:00Z` },
    ...{ isInstitutionInvolved: false, isInstitutionInvited: false },
  };
  const document = 'mutation ($input: PlanRoundTableInput!) { planRoundTable(input: $input) { isReplay } }';
  const { errors } = await pages.hub.query(document, { input }, { ...broker, subject: 'another-broker' });
  expect(errors).toEqual([]);
}

describe('who is asked to round tables', () => {
  it('reads that there is none yet', async () => {
    await signInAs(member.page, 'lid van het regionaal expertteam');
    await member.page.getByRole('link', { name: 'Ronde tafels' }).press('Enter');
    await member.page.getByText('U bent nu voor geen ronde tafel gevraagd.').waitFor();
  });
});

describe('a care broker who plans a round table with the keyboard', () => {
  it('comes there from the case, and reads at the field what lacks', async () => {
    await page.getByText('Nog geen').first().waitFor();
    await page.getByRole('link', { name: 'Ronde tafels' }).press('Enter');
    await page.getByText('Er is nog geen ronde tafel gepland.').waitFor();
    await page.getByRole('button', { name: /^Plan een ronde tafel/ }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Wat voor overleg?')).waitFor();
    await page.getByRole('button', { name: 'Plan de ronde tafel' }).press('Enter');
    await page
      .locator('input:focus')
      .and(page.getByLabel('Dag', { exact: true }))
      .waitFor();
    for (const fault of ['Kies een dag.', 'Vul een tijd in, zoals 10:30.', 'Kies een antwoord.'])
      await page.getByText(fault, { exact: true }).waitFor();
    await lookAt(page, 'ronde-tafel-plannen');
  });

  it('keeps what was filled in while the session is over, and plans it once after signing in elsewhere', async () => {
    await page.getByLabel('Wat voor overleg?').selectOption({ label: 'ronde tafel' });
    await page.getByLabel('Dag', { exact: true }).fill(inThreeDays);
    await page.getByLabel('Tijd').fill('10:30');
    await page.getByLabel('Uit welk team vraagt u mensen?').selectOption({ label: 'RET 2.0 (voorbeeld)' });
    await page.getByLabel(/, gedragsdeskundige$/).press('Space');
    await page.getByLabel('Uit welk team vraagt u mensen?').selectOption('');
    expect(await page.getByLabel(/, gedragsdeskundige · RET 2.0/).isChecked()).toBe(true);
    await page.getByLabel('Is een gecertificeerde instelling (GI) betrokken?').selectOption('NOT_INVITED');
    await page.getByRole('button', { name: 'Plan de ronde tafel' }).press('Enter');
    await page.getByText(/^Nodig de instelling eerst uit/).waitFor();
    await page.getByLabel('Is een gecertificeerde instelling (GI) betrokken?').selectOption('NONE');
    await window.context.clearCookies();
    await page.getByRole('button', { name: 'Plan de ronde tafel' }).press('Enter');
    await page.getByText('U bent uitgelogd').waitFor();
    await signInElsewhere(window, 'zorgbemiddelaar');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByText('U bent uitgelogd').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Tijd').inputValue()).toBe('10:30');
    await page.getByRole('button', { name: 'Plan de ronde tafel' }).press('Enter');
    await page.locator('.done:focus', { hasText: /^Gepland: ronde tafel op / }).waitFor();
    await page.locator('.holds__live', { hasText: '10:30' }).waitFor();
    expect(await page.locator('.holds__live').count()).toBe(1);
  });

  it('is known at once to who was asked, live', async () => {
    await member.page.getByRole('heading', { name: /^Ronde tafel · .* 10:30/ }).waitFor();
    await member.page.getByText(`Casus ${number}`).waitFor();
    await lookAt(member.page, 'ronde-tafels-van-lid');
    await portrait(member.page, 'ronde-tafels-lid');
  });

  it('reads what lacks when the keyboard is at it, however late a frame comes', async () => {
    await page.getByRole('button', { name: /^Zeg af/ }).press('Enter');
    const choice = page.locator('select:focus').and(page.getByLabel('Waarom gaat het niet door?'));
    await choice.waitFor();
    await page.evaluate('[window.frame, window.requestAnimationFrame] = [window.requestAnimationFrame, () => 0]');
    await page.getByRole('button', { name: 'Zeg de ronde tafel af' }).press('Enter');
    await page.getByText('Kies een reden.').waitFor();
    expect(await choice.count()).toBe(1);
    await page.evaluate('window.requestAnimationFrame = window.frame');
    await page.getByRole('button', { name: 'Toch niet' }).press('Enter');
    await page.locator('button:focus', { hasText: 'Zeg af' }).waitFor();
  });

  it('sees what somebody else plans meanwhile, without losing what was filled in', async () => {
    await page.getByRole('button', { name: /^Zeg af/ }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Waarom gaat het niet door?')).waitFor();
    await page.getByLabel('Waarom gaat het niet door?').selectOption('MOVED');
    await planElsewhere();
    await page.locator('.news', { hasText: /^Ronde tafel van .*: gepland\.$/ }).waitFor();
    expect(await page.getByLabel('Waarom gaat het niet door?').inputValue()).toBe('MOVED');
    await page.getByRole('button', { name: 'Toch niet' }).press('Enter');
    await page.locator('button:focus', { hasText: 'Zeg af' }).waitFor();
  });

  it('writes down what came of one, says at the field what lacks, and is told when somebody changed it meanwhile', async () => {
    const table = page.locator('.holds__live', { hasText: '10:30' });
    // as if its day had come
    await owned(
      `update cases.round_table set planned_at = hub_now() - interval '1 hour' where case_id = $1 and kind = 'ROUND_TABLE'`,
      [caseId],
    );
    await page.reload();
    await table.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Leg vast wat eruit kwam.*ronde tafel/ }).press('Enter');
    await page
      .locator('input:focus')
      .and(page.getByLabel('Dag', { exact: true }))
      .waitFor();
    await page.getByRole('button', { name: 'Leg vast', exact: true }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Waren de ouders erbij?')).waitFor();
    await page.getByText('Kies wat er is besloten.').waitFor();
    await page.getByLabel('Waren de ouders erbij?').selectOption('YES');
    await page.getByLabel('thuis blijven met hulp').press('Space');
    await page.getByLabel('niets besloten').press('Space');
    await page.getByText('Is er niets besloten? Kies dan alleen dat.').waitFor();
    await lookAt(page, 'ronde-tafel-vastleggen');
    await page.getByLabel('niets besloten').press('Space');
    await owned(`update cases.round_table set version = version + 1 where case_id = $1 and kind = 'ROUND_TABLE'`, [
      caseId,
    ]);
    const again = answerWith(page, 'roundTables');
    await page.getByRole('button', { name: 'Leg vast', exact: true }).press('Enter');
    await page.getByRole('alert').getByText('Dit is intussen gewijzigd.').waitFor();
    await again;
    expect(await page.getByLabel('Waren de ouders erbij?').inputValue()).toBe('YES');
  });

  it('takes it again, also where the answer was lost: once', async () => {
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Leg vast', exact: true }).press('Enter');
    await page.getByText('Het is niet zeker of dit gelukt is.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    // what is shown is newer by now than what was sent
    await page.locator('.news', { hasText: /gehouden\.$/ }).waitFor();
    await page.getByRole('button', { name: 'Leg vast', exact: true }).press('Enter');
    await page.locator('.done:focus', { hasText: /^Vastgelegd: ronde tafel van / }).waitFor();
    await page.getByText('Besloten: thuis blijven met hulp. De ouders waren erbij.').waitFor();
    await lookAt(page, 'ronde-tafels');
    await portrait(page, 'ronde-tafels');
  });

  it('cancels one for a reason, and the case says how it stands', async () => {
    await page.getByRole('button', { name: /^Zeg af.*ochtend/ }).press('Enter');
    await page.getByRole('button', { name: 'Zeg de ronde tafel af' }).press('Enter');
    await page.getByText('Kies een reden.').waitFor();
    await page.getByLabel('Waarom gaat het niet door?').selectOption('PARTICIPANTS_UNABLE');
    await page.getByRole('button', { name: 'Zeg de ronde tafel af' }).press('Enter');
    await page.locator('.done:focus', { hasText: /^Afgezegd: ochtend van het regionaal expertteam/ }).waitFor();
    await page.getByText('Niet doorgegaan: deelnemers zijn verhinderd.').waitFor();
    await page.getByRole('link', { name: 'Terug naar de casus' }).press('Enter');
    await page.getByText(/^De laatste was op /).waitFor();
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect([...window.faults, ...member.faults]).toEqual([]);
  });
});

describe('who sat at a round table that was held', () => {
  it('sees it no more, and may not plan one', async () => {
    await member.page.getByText('U bent nu voor geen ronde tafel gevraagd.').waitFor();
    const input = { caseId, kind: 'ROUND_TABLE', plannedAt: `${inThreeDays}T13:00:00Z` };
    const none = { isInstitutionInvolved: false, isInstitutionInvited: false };
    const variables = { input: { idempotencyKey: 'refused', ...input, ...none } };
    expect(await codesFor(member.page, 'PagePlanRoundTable', variables)).toEqual(['FORBIDDEN']);
    await member.page.goto(`/#/casussen/${caseId}/tafels`);
    await member.page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
  });
});
