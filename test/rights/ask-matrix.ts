import { nameOfAsker } from './asker.js';
import { writeWay } from './document.js';
import type { Matrix, MatrixCase } from './matrix.js';
import { observe, type GivenAnswer, type Observation } from './observation.js';
import type { RightsScene } from './scene.js';

/** A case of the matrix and what the hub answered. */
export interface Asked {
  readonly asked: MatrixCase;
  readonly document: string;
  readonly seen: Observation;
}

export interface AskedMatrix {
  readonly answers: readonly Asked[];
  /** How many requests that took: many cells of one are told by the same answer. */
  readonly requests: number;
}

const atOnce = 6;

/** Asks every case, each different question of somebody once. */
export async function askMatrix(scene: RightsScene, { cases }: Matrix): Promise<AskedMatrix> {
  const known = new Map<string, Promise<GivenAnswer>>();
  const answers: Asked[] = [];
  const waiting = [...cases];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers.push(await ask(scene, known, next));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { answers, requests: known.size };
}

async function ask(scene: RightsScene, known: Map<string, Promise<GivenAnswer>>, asked: MatrixCase): Promise<Asked> {
  const { way, writing, asker, path, row } = asked;
  const { document, keys } = writeWay(way, writing, scene.given);
  const isDirect = path === 'the subgraph itself';
  const question = `${nameOfAsker(asker)} ${isDirect ? row.subgraph : 'hub'} ${document}`;
  const answer =
    known.get(question) ??
    (isDirect
      ? scene.askSubgraph(asker, row.subgraph, document, way.entity?.type ?? null)
      : scene.askHub(asker, document));
  known.set(question, answer);
  return { asked, document, seen: observe(await answer, keys) };
}
