import { momentText } from '../../platform/import/columns/days.rules.js';
import type { ShownFigure } from '../../subgraphs/capacity/import/import.read-model.js';
import { describeChange, describeFigure } from './describe-figure.js';
import { describeCounts, dutch } from './describe-counts.js';
import { describeProfessional, describeProfessionals } from './describe-professionals.js';
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
      return isOfProfessionals(line) ? describeProfessionals(line) : describeFigures(line);
    default:
      return null;
  }
}

/** Whether something of the file is not in the hub now: refused, overtaken or not read. */
export function isIncomplete(summary: AnswerLine): boolean {
  return summary['isComplete'] !== true || Number(summary['rejected']) > 0 || Number(summary['outdated'] ?? 0) > 0;
}

/** A file of figures names offers, and counts what was accepted. */
function isOfProfessionals(line: AnswerLine): boolean {
  return 'key' in line || 'created' in line;
}

function told({ message }: AnswerLine): string {
  return String(message);
}

/** What is wrong with a row; in a rehearsal what it would change, or of what age the figure is that it would make new. */
function describeRow(line: AnswerLine): string {
  if (typeof line['message'] === 'string') return line['message'];
  if (isOfProfessionals(line)) return describeProfessional(line);
  const from = line['from'] as ShownFigure | null;
  const to = line['to'] as ShownFigure;
  const key = String(line['offerKey']);
  if (!from) return `${key}: geen cijfer -> ${describeFigure(to)}`;
  const since = momentText(new Date(from.asOf));
  if (line['outcome'] === 'ACCEPTED') return `${key}: ${describeChange(from, to)} (vorig cijfer van ${since})`;
  return `${key}: ongewijzigd, ${describeFigure(from)}: het cijfer van ${since} geldt weer als actueel`;
}

function describeFigures(summary: AnswerLine): string {
  const would = summary['accepted'] === 1 ? 'zou' : 'zouden';
  const unchanged = Number(summary['unchanged']);
  const renewed = unchanged === 1 ? 'dit cijfer geldt' : 'deze cijfers gelden';
  const meaning = `${dutch(unchanged)} ongewijzigd: ${renewed} vanaf nu weer als actueel, of vanaf de peildatum in het bestand.`;
  return describeCounts(summary, {
    counts: {
      accepted: summary['isRehearsal'] === true ? `${would} worden opgeslagen` : 'opgeslagen',
      ...{ unchanged: 'ongewijzigd', outdated: 'verouderd', rejected: 'geweigerd' },
    },
    notes: unchanged > 0 ? [meaning] : [],
  });
}
