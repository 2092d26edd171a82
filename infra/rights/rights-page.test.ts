import { beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '../../platform/identity/caller.js';
import { purposesOfRole } from '../../platform/identity/purpose.js';
import { rightsPage } from './rights-page.js';
import { rightsTable, type RightsRow } from './rights-table.js';
import { subgraphRights } from './subgraph-rights.js';

describe('docs/rights.md', () => {
  let page: string;
  let rows: RightsRow[];

  beforeAll(async () => {
    const subgraphs = await subgraphRights();
    page = rightsPage(subgraphs);
    rows = subgraphs.flatMap(rightsTable);
  });

  it('has a line for every operation, type and narrowed field, with its rows in words', () => {
    const lines = page.split('\n');
    for (const { name, rows: words } of rows) {
      expect(lines.filter((line) => line.startsWith(`| \`${name}\` `) && line.includes(` ${words} `))).not.toEqual([]);
    }
  });

  it.each(roles)('says what a %s may look for', (role) => {
    const [line = ''] = page.split('\n').filter((one) => one.startsWith(`| \`${role}\` `));
    const cell = line.split('|').at(-2)?.trim();
    expect(cell).toBe(purposesOfRole[role].join(', '));
  });

  it.each([
    ['cases', ['R', 'R', '–', '–', '–', '–', '–', '–', '–']],
    ['answerHold', ['–', '–', '–', 'W', 'W', '–', '–', '–', '–']],
    ['Case.ownReference', ['R', '–', '–', '–', '–', '–', '–', '–', '–']],
  ])('says of %s who reads, who writes and who is refused', (name, letters) => {
    const line = page.split('\n').find((one) => one.startsWith(`| \`${name}\` `)) ?? '';
    const cells = line.split('|').map((cell) => cell.trim());
    expect(cells.slice(2, 2 + roles.length)).toEqual(letters);
  });
});
