import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { broker } from '../../actors.js';
import { caseIdOf } from '../../hub.js';
import { lookAt } from '../looking.js';
import { openPages, signInAs, type Pages } from '../open-pages.js';

let pages: Pages;
let page: Page;
let caseId: string;

beforeAll(async () => {
  pages = await openPages();
  ({ page } = await pages.window());
  caseId = await caseIdOf(pages.hub, 'FL-26-0042');
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${caseId}`);
  await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
});
afterAll(() => pages.close());

/** Does something elsewhere, as another care broker. */
async function elsewhere(mutation: string, input: object): Promise<void> {
  const { errors } = await pages.hub.query(mutation, { input }, { ...broker, subject: 'another-broker' });
  expect(errors).toEqual([]);
}

/** Options that were judged for the case, one each day until yesterday. */
async function judgedBefore(times: number, offerId: string | undefined): Promise<void> {
  await withClient(pages.hub.database.url('owner'), (client) =>
    client.query(
      `insert into cases.judgement (case_id, offer_id, verdict, judged_at)
       select $1, $2, 'SHORTLISTED', now() - make_interval(days => day) from generate_series(1, $3) day`,
      [caseId, offerId, times],
    ),
  );
}

describe('what happened with a case', () => {
  it('sees which option was rejected and why, and what happened before, also past a hundred', async () => {
    const { data } = await pages.hub.query<{ case: { options: { edges: { node: { id: string; title: string } }[] } } }>(
      'query ($id: ID!) { case(id: $id) { options(first: 1) { edges { node { id title } } } } }',
      { id: caseId },
      broker,
    );
    const [option] = data.case.options.edges;
    await judgedBefore(120, option?.node.id);
    await page.reload();
    await page.getByRole('region', { name: 'Wat er gebeurde' }).waitFor();
    for (const idempotencyKey of ['judged', 'judged-again'])
      await elsewhere('mutation ($input: RejectOptionInput!) { rejectOption(input: $input) { isReplay } }', {
        ...{ idempotencyKey, caseId, offerId: option?.node.id, reason: 'TOO_FAR' },
      });
    const proposals = page.getByRole('region', { name: 'Voorstellen' });
    await proposals.getByText(/^Afgewezen: te ver van huis/).waitFor();
    expect(await proposals.innerText()).toContain(option?.node.title);
    expect(await proposals.getByText(/^Afgewezen: te ver van huis/).count()).toBe(1);

    const happened = page.getByRole('region', { name: 'Wat er gebeurde' });
    const events = happened.getByRole('listitem');
    await happened.getByText('Dit zijn de laatste 100 gebeurtenissen. Er zijn er meer.').waitFor();
    const before = await events.count();
    await happened.getByRole('button', { name: 'Toon meer' }).press('Enter');
    await page.locator('#gebeurd:focus').waitFor();
    await events.nth(before).waitFor();
    await lookAt(page, 'voorstellen');
  });

  it('sees what somebody else does with the case come in above by itself', async () => {
    const newest = page.getByRole('region', { name: 'Wat er gebeurde' }).getByRole('listitem').first();
    await elsewhere('mutation ($input: PlanRoundTableInput!) { planRoundTable(input: $input) { isReplay } }', {
      ...{ idempotencyKey: 'planned', caseId, kind: 'ROUND_TABLE', plannedAt: new Date().toISOString() },
      ...{ isInstitutionInvolved: false, isInstitutionInvited: false },
    });
    await newest.getByText('Ronde tafel gepland').waitFor();
  });
});

describe('who has the case', () => {
  it('sees what happened without who looked, and with it on demand', async () => {
    const own = (await pages.window()).page;
    await signInAs(own, 'casushouder', '/#/casussen');
    await own
      .getByRole('table', { name: /^Open casussen/ })
      .getByRole('link')
      .first()
      .press('Enter');
    await own.getByRole('button', { name: 'Mijn eigen casus' }).press('Enter');
    const happened = own.getByRole('region', { name: 'Wat er gebeurde' });
    await happened.getByRole('listitem').first().waitFor();
    expect(await happened.getByText(/^Ingezien/).count()).toBe(0);
    await happened.getByLabel('Toon ook wie de casus inzag').press('Space');
    await happened
      .getByText(/^Ingezien/)
      .first()
      .waitFor();
    await lookAt(own, 'casus-met-inzage');
    await happened.getByLabel('Toon ook wie de casus inzag').press('Space');
    await happened
      .getByText(/^Ingezien/)
      .first()
      .waitFor({ state: 'detached' });
  });

  it('alone is asked: a care broker is shown no looks', async () => {
    expect(await page.getByLabel('Toon ook wie de casus inzag').count()).toBe(0);
  });
});
