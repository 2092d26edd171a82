import { readFileSync } from 'node:fs';
import { AgeBand } from '../../vocabulary/age-band.js';
import { LadderRung } from '../../vocabulary/ladder.js';
import { committedDocument } from '../../gateway/registered/registered-operations.js';
import type { AskedHub, HubAnswer } from './ask-hub.js';
import { day } from './dutch.js';
import type { CaseAnswer, Options } from './options-answer.js';

/** What a search for options gave. */
export interface Search {
  readonly answer: HubAnswer<unknown>;
  /** One line about the case; `null` for a need that belongs to none. */
  readonly heading: string | null;
  readonly options: Options | null;
}

/** Runs FindOptions for the case that people call by this number; `null` when the caller sees no such case. */
export async function searchForCase(hub: AskedHub, number: string, first: number): Promise<Search | null> {
  const found = await hub.ask<CaseByNumber>(caseByNumber, { number });
  const caseId = found.data?.cases?.edges[0]?.node.id;
  if (caseId === undefined) return found.errors.length > 0 ? { answer: found, heading: null, options: null } : null;
  const answer = await hub.ask<{ case: CaseAnswer | null }>(committedDocument('find-options'), { caseId, first });
  const asked = answer.data?.case ?? null;
  return { answer, heading: asked && headingOf(asked), options: asked?.options ?? null };
}

/** Searches for a need that belongs to no case. */
export async function searchForNeed(
  hub: AskedHub,
  need: Readonly<Record<string, unknown>>,
  first: number,
): Promise<Search> {
  const document = readFileSync(new URL('./need-options.graphql', import.meta.url), 'utf8');
  const answer = await hub.ask<{ options: Options | null }>(document, { need, first });
  return { answer, heading: null, options: answer.data?.options ?? null };
}

interface CaseByNumber {
  readonly cases: { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null;
}

const caseByNumber = `query CaseByNumber($number: String!) {
  cases(filter: { number: $number }, first: 1) { edges { node { id } } }
}`;

function headingOf({ number, ageBand, municipality, need }: CaseAnswer): string {
  const rungs = need?.rungs.map((rung) => LadderRung.dutch[rung]).join(', ');
  return [
    `Casus ${number}`,
    AgeBand.dutch[ageBand],
    municipality.name,
    ...(rungs ? [`zoekt ${rungs}`] : []),
    ...(need?.startByOn ? [`uiterlijk ${day(need.startByOn)}`] : []),
  ].join(' · ');
}
