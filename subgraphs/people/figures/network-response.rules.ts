import type { FigureForm } from '../../../figures/figure-form.rules.js';
import type { FigureCell, FigureLabel, FigureRow } from '../../../figures/figure.type.js';
import { cellOf, shownTable, type GroupCount } from '../../../figures/two-way-figure.rules.js';
import type { ShownTwoWay } from '../../../figures/suppression/two-way.rules.js';
import type { NetworkResponse } from './network-response.read-model.js';
import { contactOutcomes } from './network-response.vocabulary.js';

const answered: FigureLabel = { key: 'ANSWERED', title: 'Beantwoord' };
const escalated: FigureLabel = { key: 'ESCALATED', title: 'Voorgelegd aan de regio' };
const others: FigureLabel = { key: 'OTHERS', title: 'De andere' };
const totalLabel: FigureLabel = { key: 'TOTAL', title: 'Totaal' };

/** The columns: how many questions, and what became of these. */
export const responseColumns: FigureLabel[] = [
  { key: 'ASKED', title: 'Gevraagd' },
  ...contactOutcomes,
  answered,
  escalated,
  { key: 'HOURS_MEDIAN', title: 'Uren tot het eerste contact, mediaan' },
];

/**
 * The rows of how the network answers. Whether there was contact and whether a question was escalated are weighed each with its total; neither tells of the
 * other. What was answered has had contact, so that for an analyst it stands at all together only, and so does the median: of a group it may be that of one.
 */
export function responseRows(
  form: FigureForm,
  groups: readonly FigureLabel[],
  told: readonly NetworkResponse[] | null,
): { rows: FigureRow[]; total: FigureRow } {
  const contacts = shownTable(form, groups, contactOutcomes, contactsOf(told));
  const escalations = shownTable(form, groups, [escalated, others], partsOf(told, escalated));
  const answers = shownTable(form, [totalLabel], [answered, others], partsOf(told, answered));
  const of = (key: string): NetworkResponse | undefined => told?.find(({ group }) => group === key);
  const cell = cellOf(told ? 'FEW' : 'PERIOD_OPEN');
  const isExact = form === 'EXACT' && told !== null;
  const rows = groups.map((label, index) => {
    const { asked, contact, escalation } = shownOf(contacts, escalations, index);
    const use = of(label.key);
    const counts = [asked, ...contact, isExact ? (use?.answered ?? 0) : null, escalation];
    return { ...label, cells: [...counts.map(cell), medianOf(isExact ? asked : null, use, cell)], total: null };
  });
  const counts = [contacts.total, ...contacts.outcomes, answers.cells[0]?.[0] ?? null, escalations.outcomes[0] ?? null];
  const cells = [...counts.map(cell), medianOf(contacts.total, of(totalLabel.key), cell)];
  return { rows, total: { ...totalLabel, cells, total: null } };
}

function shownOf(contacts: ShownTwoWay, escalations: ShownTwoWay, group: number) {
  return {
    asked: contacts.groups[group] ?? null,
    contact: contacts.cells[group] ?? [],
    escalation: escalations.cells[group]?.[0] ?? null,
  };
}

/** In whole hours, where the questions are shown that it is of. */
function medianOf(
  asked: number | null,
  use: NetworkResponse | undefined,
  cell: (value: number | null) => FigureCell,
): FigureCell {
  if (asked === null) return cell(null);
  return use?.medianHours == null ? cellOf('NOT_MEASURED')(null) : cell(Math.round(use.medianHours));
}

/** Each question once: all together follow from the groups. */
function contactsOf(told: readonly NetworkResponse[] | null): GroupCount[] | null {
  return (
    told?.flatMap(({ group, inTime, late, overdue, waiting }) => [
      { group, outcome: 'IN_TIME', count: inTime },
      { group, outcome: 'LATE', count: late },
      { group, outcome: 'OVERDUE', count: overdue },
      { group, outcome: 'WAITING', count: waiting },
    ]) ?? null
  );
}

function partsOf(told: readonly NetworkResponse[] | null, part: FigureLabel): GroupCount[] | null {
  return (
    told?.flatMap((use) => {
      const count = part === answered ? use.answered : use.escalated;
      return [
        { group: use.group, outcome: part.key, count },
        { group: use.group, outcome: others.key, count: use.asked - count },
      ];
    }) ?? null
  );
}
