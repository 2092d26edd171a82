import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subgraphRights, type SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import { errorTexts, isErrorCode } from '../../platform/errors/errors.js';
import { askMatrix, type Asked, type AskedMatrix } from './ask-matrix.js';
import { passesBy, refusedAt } from './expectation.js';
import { nameOf, turnEveryCell } from './flips.js';
import { buildMatrix, type Matrix } from './matrix.js';
import { levelOf } from './observation.js';
import { tellMatrix } from './report.js';
import { openRightsScene, type RightsScene } from './scene.js';

describe('the table of rights', () => {
  let subgraphs: readonly SubgraphRights[];
  let scene: RightsScene;
  let matrix: Matrix;
  let all: AskedMatrix;

  beforeAll(async () => {
    subgraphs = await subgraphRights();
    matrix = buildMatrix(subgraphs);
    scene = await openRightsScene();
    all = await askMatrix(scene, matrix);
  }, 900_000);

  afterAll(() => scene.close());

  const told = ({ asked, document, seen }: Asked): object => ({
    cell: nameOf(asked),
    path: asked.path,
    document,
    seen,
  });

  it('refuses what it does not grant, at its place and without data, whatever way leads there', () => {
    const passes = passesBy(subgraphs);
    const wrong = all.answers.filter(({ asked, seen }) => {
      const refused = refusedAt(passes, asked.asker, asked.way);
      const isEarly = asked.asker.scope !== null && refused === 0 && seen.refusedBelow === 0;
      const isAtItsPlace = isEarly || seen.refusedBelow === levelOf(asked.way, refused ?? 0);
      const isRight = seen.outcome === 'unreached' || (seen.outcome === 'refused' && isAtItsPlace);
      return refused !== null && !(isRight && !seen.hasData);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('refuses nothing that it grants', () => {
    const passes = passesBy(subgraphs);
    const wrong = all.answers.filter(
      ({ asked, seen }) => refusedAt(passes, asked.asker, asked.way) === null && seen.outcome === 'refused',
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('is shown by answers, not by failures of the hub', () => {
    const isFailure = (code: string): boolean => !isErrorCode(code) || errorTexts[code].status >= 500;
    expect(all.answers.filter(({ seen }) => seen.codes.some(isFailure)).map(told)).toEqual([]);
  });

  it('is shown in every cell by an answer that came to it', () => {
    const shown = new Set(
      all.answers.filter(({ seen }) => seen.outcome !== 'unreached').map(({ asked }) => nameOf(asked)),
    );
    expect(matrix.cells.map(nameOf).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('can be changed in no cell without that being noticed', () => {
    const flips = turnEveryCell(subgraphs, matrix.cells, all.answers);
    process.stdout.write(tellMatrix(matrix, all, flips));
    expect(flips.survived).toEqual([]);
  });
});
