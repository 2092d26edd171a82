import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker } from '../../actors.js';
import { openPages, picture, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

let pages: Pages;
let developer: Window;

beforeAll(async () => {
  pages = await openPages();
  developer = await pages.window();
});
afterAll(() => pages.close());

const addresses = ['/graphiql', '/graphiql/schema.graphql'];

describe('GraphiQL', () => {
  it('is not there for who is not signed in, nor for who has another role, whatever is sent', async () => {
    const unknown = await (await fetch(`${pages.hub.url}/graphicles`)).json();
    expect(unknown).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_ADDRESS' } }] });
    const { page, context } = await pages.window();
    await signInAs(page, 'zorgbemiddelaar');
    expect(await page.getByRole('link', { name: 'GraphiQL' }).count()).toBe(0);
    const authorization = `Bearer ${await pages.hub.token({ ...broker, role: 'developer' })}`;
    for (const address of addresses) {
      for (const method of ['GET', 'POST'])
        for (const headers of [{}, { authorization }])
          expect(await (await fetch(`${pages.hub.url}${address}`, { method, headers })).json()).toEqual(unknown);
      const answer = await page.request.get(`${pages.hub.url}${address}`);
      expect([answer.status(), await answer.json()]).toEqual([404, unknown]);
    }
    await context.close();
  });

  it('is one click away for a developer, with examples and the schema, which can be searched', async () => {
    const { page } = developer;
    await signInAs(page, 'ontwikkelaar');
    await page.getByRole('link', { name: 'GraphiQL' }).click();
    await page.getByText('OptionsForANeed').first().waitFor();
    await page.getByRole('button', { name: /Documentation Explorer/ }).click();
    await page.getByRole('combobox').fill('holdPlace');
    await page
      .getByRole('option', { name: /holdPlace/ })
      .first()
      .click();
    await page.getByText('Holds a place for a case', { exact: false }).first().waitFor();
    await picture(page, 'graphiql-1440');
    await portrait(page, 'graphiql');
  });

  it('runs an example as the role that it is given, from the hub alone', async () => {
    const { page } = developer;
    await page.getByRole('button', { name: 'Headers' }).click();
    const token = await pages.hub.token(broker);
    await page.locator('.graphiql-editor-tool .monaco-editor').last().click();
    await page.keyboard.insertText(`{ "authorization": "Bearer ${token}" }`);
    const answer = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await page.getByRole('button', { name: /Execute query/ }).click();
    expect(await (await answer).text()).toContain('"totalCount"');
    await page.locator('.result-window').getByText('totalCount').first().waitFor();
    await picture(page, 'graphiql-antwoord-1440');
  });

  it('keeps to its policy, and keeps nothing when the tab is closed', async () => {
    const { page, faults } = developer;
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(faults).toEqual([]);
  });
});
