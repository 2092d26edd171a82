import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readOperations } from '../../gateway/registered/registered-operations.js';
import { accessibilityFaults, overflow, picture, signInAs, type Window } from './open-pages.js';

/** A wide window, the same at 200 %, a telephone, and the narrowest that is asked for (1280 pixels at 400 %). */
const widths = [1440, 720, 390, 320];

/** Looks at a state in every width: nothing that axe finds, nothing that is wider than the window. */
export async function lookAt(own: Page, name: string): Promise<void> {
  for (const width of widths) {
    await own.setViewportSize({ width, height: 900 });
    await picture(own, `${name}-${width}`);
    expect([width, await accessibilityFaults(own)]).toEqual([width, []]);
    expect([width, await overflow(own)]).toEqual([width, 0]);
  }
  await own.setViewportSize({ width: 1440, height: 900 });
}

/** Presses a key until a button has the focus. */
export async function pressUntil(own: Page, key: string, button: string): Promise<void> {
  for (let times = 0; times < 20; times++) {
    await own.keyboard.press(key);
    const focused = await own.evaluate<string>('document.activeElement.textContent');
    if (focused.startsWith(button)) return;
  }
  throw new Error(`no ${button} within 20 times ${key}`);
}

/** The next answer of the hub in which something stands; one that the page let go of has nothing in it. */
export async function answerWith(own: Page, text: string): Promise<void> {
  await own.waitForResponse(async (response) => (await response.text().catch(() => '')).includes(text));
  await drawn(own);
}

/** Waits until what was about to change on a page is drawn. */
export async function drawn(own: Page): Promise<void> {
  await own.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/** Signs in again in another tab of the same window. */
export async function signInElsewhere({ context }: Window, work: string): Promise<void> {
  const other = await context.newPage();
  await signInAs(other, work);
  await other.close();
}

/** With which codes the hub refuses an operation to who is signed in. */
export async function codesFor(own: Page, name: string, variables: object): Promise<unknown> {
  const documentId = [...readOperations().values()].find((one) => one.name === name)?.documentId;
  const body = JSON.stringify({ documentId, variables });
  return own.evaluate(`fetch('graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)},
  }).then((answer) => answer.json()).then(({ errors }) => errors.map(({ extensions }) => extensions.code))`);
}
