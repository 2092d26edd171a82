import { AgeBand } from '../../subgraphs/cases/case/case.vocabulary.js';
import { LadderRung } from '../../vocabulary/ladder.js';
import { operation, type AskedHub, type HubAnswer } from './ask-hub.js';
import { day } from './dutch.js';
import type { CaseAnswer, Options } from './options-answer.js';
import { namesOfMissing } from './missing-names.js';
import { answeredPath, closingLine, excludedLine, missingLine } from './options-summary.js';
import { optionsTable } from './options-table.js';

export type Print = (text: string) => void;

/** The operation FindOptions for one case, as written in gateway/operations. */
export function askCaseOptions(
  hub: AskedHub,
  caseId: string,
  first: number,
): Promise<HubAnswer<{ case: CaseAnswer | null }>> {
  return hub.ask(operation('find-options'), { caseId, first });
}

/** Prints the case, its ranked options as a table of `width` columns and the lines below it. */
export async function showCaseOptions(
  hub: AskedHub,
  answer: HubAnswer<{ case: CaseAnswer | null }>,
  print: Print,
  width: number,
): Promise<void> {
  const asked = answer.data?.case ?? null;
  if (asked) print(`${caseLine(asked)}\n`);
  await showOptions(hub, answer, asked?.options ?? null, asked !== null, print, width);
}

/** The same for options that belong to no case. */
export async function showOptions(
  hub: AskedHub,
  answer: HubAnswer<unknown>,
  options: Options | null,
  hasCase: boolean,
  print: Print,
  width: number,
): Promise<void> {
  for (const { message } of answer.errors) print(`Let op: ${message}`);
  if (!options) return;
  const names = await namesOfMissing(hub, options);
  print(options.edges.length > 0 ? optionsTable(options, width) : 'Er is geen aanbod dat aan alle eisen voldoet.');
  print(`\n${closingLine(options, answer, answeredPath(hasCase, options))}`);
  print(missingLine(options, names));
  print(excludedLine(options));
}

function caseLine({ number, ageBand, municipality, need }: CaseAnswer): string {
  const rungs = need?.rungs.map((rung) => LadderRung.dutch[rung]).join(', ');
  return [
    `Casus ${number}`,
    AgeBand.dutch[ageBand as AgeBand],
    municipality.name,
    ...(rungs ? [`zoekt ${rungs}`] : []),
    ...(need?.startByOn ? [`uiterlijk ${day(need.startByOn)}`] : []),
  ].join(' · ');
}
