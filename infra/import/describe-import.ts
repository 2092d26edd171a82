import type { AnswerLine } from './send-file.js';

interface Figure {
  readonly status: string;
  readonly available: number;
  readonly maximum: number;
}

/** One line of the answer for a person, in Dutch; null for what is shown otherwise. */
export function describeLine(line: AnswerLine): string | null {
  switch (line.kind) {
    case 'row':
      return describeRow(line);
    case 'notice':
    case 'error':
      return String(line['message']);
    case 'summary':
      return describeSummary(line);
    default:
      return null;
  }
}

/** Whether something of the file was not taken in. */
export function isIncomplete(summary: AnswerLine): boolean {
  return summary['isComplete'] !== true || Number(summary['rejected']) > 0;
}

function describeRow({ row, column, message, offerKey, from, to }: AnswerLine): string {
  const place = typeof column === 'string' ? `regel ${String(row)}, kolom ${column}` : `regel ${String(row)}`;
  if (typeof message === 'string') return `  ${place}: ${message}`;
  return `  ${place}: ${String(offerKey)} ${figure(from as Figure | null)} -> ${figure(to as Figure | null)}`;
}

function figure(shown: Figure | null): string {
  return shown ? `${shown.available} van ${shown.maximum} (${shown.status})` : 'geen cijfer';
}

function describeSummary(summary: AnswerLine): string {
  const number = (name: string): string => Number(summary[name]).toLocaleString('nl-NL');
  const outcome = `${number('accepted')} opgeslagen, ${number('unchanged')} ongewijzigd, ${number('outdated')} verouderd, ${number('rejected')} geweigerd`;
  const notes = [
    ...(summary['isRehearsal'] === true ? ['Dit was een proef: er is niets opgeslagen.'] : []),
    ...(summary['isReplay'] === true ? ['Dit bestand was al verwerkt: dit is het antwoord van toen.'] : []),
    ...(summary['isComplete'] === true ? [] : ['De rest van het bestand is niet gelezen.']),
  ];
  return [`${number('rows')} regels: ${outcome}.`, ...notes].join(' ');
}
