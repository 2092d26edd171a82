import type { ProfessionalOutcome } from '../../subgraphs/people/publishing/publishing.vocabulary.js';
import { describeCounts, dutch } from './describe-counts.js';
import type { AnswerLine } from './send-file.js';

/** What a rehearsal says of a row that would be taken. */
const wouldBe: Readonly<Record<ProfessionalOutcome, string>> = {
  CREATED: 'nieuw',
  CHANGED: 'gewijzigd',
  UNCHANGED: 'ongewijzigd, en vanaf nu bevestigd',
  LEFT: 'uit dienst: naam, contact en deskundigheid verdwijnen, en komen niet terug',
  REJECTED: 'geweigerd',
};

/** A row of a file of professionals: by its key alone, and without what stands in it. */
export function describeProfessional({ key, outcome, changed }: AnswerLine): string {
  const columns = Array.isArray(changed) && changed.length > 0 ? `: ${changed.join(', ')}` : '';
  return `${String(key)}: ${wouldBe[outcome as ProfessionalOutcome]}${columns}`;
}

export function describeProfessionals(summary: AnswerLine): string {
  const unchanged = Number(summary['unchanged']);
  const confirmed = `${dutch(unchanged)} ongewijzigd: ${unchanged === 1 ? 'dit geldt' : 'deze gelden'} vanaf nu als bevestigd.`;
  return describeCounts(summary, {
    counts: {
      created: 'nieuw',
      changed: 'gewijzigd',
      unchanged: 'ongewijzigd',
      left: 'uit dienst',
      rejected: 'geweigerd',
    },
    notes: unchanged > 0 ? [confirmed] : [],
  });
}
