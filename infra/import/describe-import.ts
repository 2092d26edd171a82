import { momentText } from '../../platform/import/columns/days.rules.js';
import type { ShownFigure } from '../../subgraphs/capacity/import/import.read-model.js';
import { describeChange, describeFigure } from './describe-figure.js';
import type { AnswerLine } from './send-file.js';

/** One line of the answer for a person, in Dutch; null for what is shown otherwise. */
export function describeLine(line: AnswerLine): string | null {
  switch (line.kind) {
    case 'row':
      return `  regel ${String(line['row'])} · ${describeRow(line)}`;
    case 'notice':
    case 'error':
      return typeof line['offerKey'] === 'string' ? `${line['offerKey']}: ${told(line)}` : told(line);
    case 'summary':
      return describeSummary(line);
    default:
      return null;
  }
}

/** Whether something of the file is not in the hub now: refused, overtaken or not read. */
export function isIncomplete(summary: AnswerLine): boolean {
  return summary['isComplete'] !== true || Number(summary['rejected']) > 0 || Number(summary['outdated']) > 0;
}

function told({ message }: AnswerLine): string {
  return String(message);
}

/** What is wrong with a row; in a rehearsal what it would change, or of what age the figure is that it would make new. */
function describeRow(line: AnswerLine): string {
  if (typeof line['message'] === 'string') return line['message'];
  const from = line['from'] as ShownFigure | null;
  const to = line['to'] as ShownFigure;
  const key = String(line['offerKey']);
  if (!from) return `${key}: geen cijfer -> ${describeFigure(to)}`;
  const since = momentText(new Date(from.asOf));
  if (line['outcome'] === 'ACCEPTED') return `${key}: ${describeChange(from, to)} (vorig cijfer van ${since})`;
  return `${key}: ongewijzigd, ${describeFigure(from)}: het cijfer van ${since} geldt weer als actueel`;
}

function describeSummary(summary: AnswerLine): string {
  const isRehearsal = summary['isRehearsal'] === true;
  const number = (name: string): string => dutch(Number(summary[name]));
  const all = Number(summary['rows']) + Number(summary['passedOver']);
  const would = summary['accepted'] === 1 ? 'zou' : 'zouden';
  const outcome = [
    `${number('accepted')} ${isRehearsal ? `${would} worden opgeslagen` : 'opgeslagen'}`,
    `${number('unchanged')} ongewijzigd`,
    `${number('outdated')} verouderd`,
    `${number('rejected')} geweigerd`,
    `${number('passedOver')} niet ingevuld`,
  ].join(', ');
  return [`${dutch(all)} ${all === 1 ? 'regel' : 'regels'}: ${outcome}.`, ...notes(summary, isRehearsal)].join(' ');
}

function notes(summary: AnswerLine, isRehearsal: boolean): string[] {
  const unchanged = Number(summary['unchanged']);
  const renewed = unchanged === 1 ? 'dit cijfer geldt' : 'deze cijfers gelden';
  const meaning = `${dutch(unchanged)} ongewijzigd: ${renewed} vanaf nu weer als actueel, of vanaf de peildatum in het bestand.`;
  return [
    ...(unchanged > 0 ? [meaning] : []),
    ...(isRehearsal ? ['Dit was een proef: er is niets opgeslagen.'] : []),
    ...(summary['isReplay'] === true ? ['Dit bestand was al verwerkt: dit is het antwoord van toen.'] : []),
    ...(summary['isComplete'] === true ? [] : ['De rest van het bestand is niet gelezen.']),
  ];
}

function dutch(number: number): string {
  return number.toLocaleString('nl-NL');
}
