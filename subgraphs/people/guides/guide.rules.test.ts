import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { remark } from '../../../platform/input/free-text.js';
import { guideFrom } from './guide.rules.js';
import { WayfinderSituation } from './guide.vocabulary.js';
import { readGuides } from './read-guides.js';

type Tree = Record<string, unknown>;

const text = readFileSync(new URL('./regions/flevoland.json', import.meta.url), 'utf8');

/** The first set with another value at a path of keys; undefined takes it away. */
function changed(path: readonly (string | number)[], value: unknown): Tree {
  const whole = JSON.parse(text) as Tree;
  let at = whole;
  for (const key of path.slice(0, -1)) at = at[key] as Tree;
  at[String(path.at(-1))] = value;
  return whole;
}

describe('the guide of a region', () => {
  it('tells a way through every situation, and what to weigh for every rung', () => {
    const { wayfinder, weighing } = guideFrom(JSON.parse(text));
    expect(WayfinderSituation.codes.every((code) => wayfinder[code].length >= 3)).toBe(true);
    expect(LadderRung.codes.every((code) => weighing[code].length >= 1)).toBe(true);
  });

  it('names whom to ask within 48 hours, and the document that says so', () => {
    const [, step] = guideFrom(JSON.parse(text)).wayfinder.OUT_OF_HOME_THREATENS;
    expect(step).toMatchObject({ teamKinds: ['RET_2_0'], withinHours: 48 });
    expect(step?.source).toContain('jaarverslag 2023');
  });

  it('names nobody in the first set', () => {
    const { wayfinder, weighing } = guideFrom(JSON.parse(text));
    const steps = Object.values(wayfinder)
      .flat()
      .flatMap(({ task, who, byWhen }) => [task, who, byWhen]);
    const points = Object.values(weighing)
      .flat()
      .flatMap(({ question, why }) => [question, why]);
    for (const one of [...steps, ...points]) expect(remark('text', one, 400)).toBe(one);
  });

  const step = ['wayfinder', 'STUCK', 0] as const;
  it.each<[string, readonly (string | number)[], unknown, string]>([
    ['without a situation', ['wayfinder', 'STUCK'], undefined, 'wayfinder.STUCK'],
    ['with a situation without steps', ['wayfinder', 'STUCK'], [], 'wayfinder.STUCK'],
    ['with a situation that nobody knows', ['wayfinder', 'HURRY'], [], 'wayfinder.HURRY'],
    ['without what to weigh for a rung', ['weighing', 'SECURE'], undefined, 'weighing.SECURE'],
    ['with a step without a task', [...step, 'task'], ' ', 'wayfinder.STUCK[0].task'],
    ['with a text without end', [...step, 'who'], 'x'.repeat(401), 'wayfinder.STUCK[0].who'],
    ['with a kind of team that does not exist', [...step, 'teamKinds'], ['CHOIR'], 'wayfinder.STUCK[0].teamKinds'],
    ['with half an hour', [...step, 'withinHours'], 0.5, 'wayfinder.STUCK[0].withinHours'],
    ['with a source that is not listed', [...step, 'source'], 'hearsay', 'wayfinder.STUCK[0].source'],
    ['with a field that means nothing', [...step, 'withinhours'], 48, 'wayfinder.STUCK[0].withinhours'],
    ['that was checked on a day that is none', ['checkedOn'], '2026-02-30', 'checkedOn'],
  ])('is refused %s, with where the fault stands', (_, path, value, place) => {
    expect(() => guideFrom(changed(path, value))).toThrow(place);
  });
});

describe('the folder of guides', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guides-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what a region keeps instead of the first set', () => {
    writeFileSync(join(folder, 'region-2.json'), text);
    expect([...readGuides({ REGION_GUIDES_DIR: folder }).keys()]).toEqual(['region-2']);
    expect([...readGuides({}).keys()]).toEqual(['flevoland']);
  });

  it.each([
    ['nowhere.json', text, 'no region'],
    ['flevoland.json', '{', 'flevoland.json'],
    ['flevoland.json', JSON.stringify(changed(['checkedOn'], 'yesterday')), 'checkedOn'],
  ])('stops the start for %s that says %.12s', (file, content, named) => {
    writeFileSync(join(folder, file), content);
    expect(() => readGuides({ REGION_GUIDES_DIR: folder })).toThrow(named);
    rmSync(join(folder, file));
  });

  it('stops the start when it is not there', () => {
    expect(() => readGuides({ REGION_GUIDES_DIR: join(folder, 'gone') })).toThrow('REGION_GUIDES_DIR');
  });
});
