import type { FigureForm } from '../../../figures/figure-form.rules.js';
import type { FigureCell, FigureLabel, FigureRow } from '../../../figures/figure.type.js';
import { cellOf, shownTable, type GroupCount } from '../../../figures/two-way-figure.rules.js';
import type { ShownTwoWay } from '../../../figures/suppression/two-way.rules.js';
import type { NetworkResponse } from './network-response.read-model.js';
import { contactOutcomes } from './network-response.vocabulary.js';

const answered: FigureLabel = { key: 'ANSWERED', title: 'Beantwoord' };
const escalated: FigureLabel = { key: 'ESCALATED', title: 'Voorgelegd aan de regio' };
const unanswered: FigureLabel = { key: 'UNANSWERED', title: 'Wel contact, nog geen antwoord' };
const contacted: FigureLabel = { key: 'CONTACTED', title: 'Wel contact' };
const uncontacted: FigureLabel = { key: 'UNCONTACTED', title: 'Nog geen contact' };
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
 * other. What was answered has had contact: for an analyst it stands at all together only, where each of the three parts of that whole may be shown, for a
 * reader of the contacts knows what is left. The median is told of all together only, where it is of no few: of a group it may be that of one.
 */
export function responseRows(
  form: FigureForm,
  groups: readonly FigureLabel[],
  told: readonly NetworkResponse[] | null,
): { rows: FigureRow[]; total: FigureRow } {
  const contacts = shownTable(form, groups, contactOutcomes, contactsOf(told));
  const escalations = shownTable(form, groups, [escalated, others], escalationsOf(told));
  const of = (key: string): NetworkResponse | undefined => told?.find(({ group }) => group === key);
  const cell = cellOf(told ? 'FEW' : 'PERIOD_OPEN');
  const isExact = form === 'EXACT' && told !== null;
  const rows = groups.map((label, index) => {
    const { asked, contact, escalation } = shownOf(contacts, escalations, index);
    const use = of(label.key);
    const counts = [asked, ...contact, isExact ? (use?.answered ?? 0) : null, escalation];
    return { ...label, cells: [...counts.map(cell), medianOf(isExact ? asked : null, use, cell)], total: null };
  });
  const all = shownOfAll(form, of(totalLabel.key));
  const counts = [contacts.total, ...contacts.outcomes, all.answered, escalations.outcomes[0] ?? null];
  const cells = [...counts.map(cell), medianOf(all.contacted, of(totalLabel.key), cell)];
  return { rows, total: { ...totalLabel, cells, total: null } };
}

/** Of all questions together, how many were answered, where no part of the whole is withheld, and how many had contact. */
function shownOfAll(form: FigureForm, all: NetworkResponse | undefined) {
  const [contact, answers] = all ? [all.inTime + all.late, all.answered] : [0, 0];
  const first = (parts: readonly (readonly [FigureLabel, number])[]): number | null => {
    const counts = parts.map(([{ key }, count]) => ({ group: totalLabel.key, outcome: key, count }));
    const columns = parts.map(([column]) => column);
    const { outcomes } = shownTable(form, [totalLabel], columns, all ? counts : null);
    return outcomes.includes(null) ? null : (outcomes[0] ?? null);
  };
  return {
    answered: first([
      [answered, answers],
      [unanswered, contact - answers],
      [uncontacted, all ? all.overdue + all.waiting : 0],
    ]),
    contacted: first([[contacted, contact]]),
  };
}

function shownOf(contacts: ShownTwoWay, escalations: ShownTwoWay, group: number) {
  return {
    asked: contacts.groups[group] ?? null,
    contact: contacts.cells[group] ?? [],
    escalation: escalations.cells[group]?.[0] ?? null,
  };
}

/** In whole hours, where it is shown how many questions it is of. */
function medianOf(
  count: number | null,
  use: NetworkResponse | undefined,
  cell: (value: number | null) => FigureCell,
): FigureCell {
  if (count === null) return cell(null);
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

function escalationsOf(told: readonly NetworkResponse[] | null): GroupCount[] | null {
  return (
    told?.flatMap(({ group, asked, escalated: count }) => [
      { group, outcome: escalated.key, count },
      { group, outcome: others.key, count: asked - count },
    ]) ?? null
  );
}
