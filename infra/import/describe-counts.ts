import type { AnswerLine } from './send-file.js';

interface Told {
  /** The word for each count, in the order in which they are told. */
  readonly counts: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** The summary of a file for a person: how many rows came to what, and what should be known besides. */
export function describeCounts(summary: AnswerLine, { counts, notes }: Told): string {
  const all = Number(summary['rows']) + Number(summary['passedOver']);
  const outcome = Object.entries({ ...counts, passedOver: 'niet ingevuld' })
    .map(([name, word]) => `${dutch(Number(summary[name]))} ${word}`)
    .join(', ');
  const file = `${dutch(all)} ${all === 1 ? 'regel' : 'regels'}: ${outcome}.`;
  return [file, ...notes, ...ofEveryFile(summary)].join(' ');
}

export function dutch(number: number): string {
  return number.toLocaleString('nl-NL');
}

function ofEveryFile(summary: AnswerLine): string[] {
  return [
    ...(summary['isRehearsal'] === true ? ['Dit was een proef: er is niets opgeslagen.'] : []),
    ...(summary['isReplay'] === true ? ['Dit bestand was al verwerkt: dit is het antwoord van toen.'] : []),
    ...(summary['isComplete'] === true ? [] : ['De rest van het bestand is niet gelezen.']),
  ];
}
