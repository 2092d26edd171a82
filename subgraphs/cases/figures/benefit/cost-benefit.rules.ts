import type { FigureForm } from '../../../../figures/figure-form.rules.js';
import type { FigureLabel, FigureRow } from '../../../../figures/figure.type.js';
import { rounded } from '../../../../figures/suppression/suppression.rules.js';
import { cellOf, shownTable } from '../../../../figures/two-way-figure.rules.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { ladderPosition, LadderRung } from '../../../../vocabulary/ladder.js';
import type { Avoided } from './cost-benefit.read-model.js';

/** What a day on a rung costs, in euro. */
export interface Tariff {
  readonly rung: LadderRung;
  readonly euroPerDay: number;
}

const mostTariffs = 5;
const mostDays = 1826;
/** The one length that an analyst may ask: any two would tell how many stays ended in between. */
const analystsDays = 360;

const children: FigureLabel = { key: 'CHILDREN', title: 'Kinderen' };
const rows: FigureLabel[] = [
  { key: 'PREVENTED', title: 'Uithuisplaatsing voorkomen' },
  { key: 'SHORTENED', title: 'Verblijf in een groep verkort' },
];

/** Euro as it is written in Dutch. */
export const inEuro = (euro: number): string =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(euro).replace(/\u00a0/g, ' ');

/** Prices and a length of a stay that can be reckoned with. Throws BAD_USER_INPUT. */
export function assertReckonable(form: FigureForm, tariffs: readonly Tariff[], assumedStayDays: number): void {
  const wrong = (field: string, expected: string): HubError => new HubError('BAD_USER_INPUT', { field, expected });
  if (tariffs.length < 1 || tariffs.length > mostTariffs) throw wrong('tariffs', `1..${mostTariffs}`);
  if (new Set(tariffs.map(({ rung }) => rung)).size < tariffs.length) throw wrong('rung', '1 ×');
  if (!tariffs.every(({ rung }) => isStay(rung))) throw wrong('rung', 'KINSHIP_FOSTER..SECURE');
  if (!tariffs.every(({ euroPerDay }) => isPrice(euroPerDay))) throw wrong('euroPerDay', '0.01..9999.99');
  if (assumedStayDays < 1 || assumedStayDays > mostDays) throw wrong('assumedStayDays', `1..${mostDays}`);
  if (form === 'SUPPRESSED' && assumedStayDays !== analystsDays) throw wrong('assumedStayDays', String(analystsDays));
}

function isStay(rung: LadderRung): boolean {
  return rung !== 'TAILORED' && ladderPosition(rung) >= ladderPosition('KINSHIP_FOSTER');
}

function isPrice(euro: number): boolean {
  return euro >= 0.01 && euro <= 9999.99 && Math.abs(Math.round(euro * 100) - euro * 100) < 1e-6;
}

export function benefitColumns(tariffs: readonly Tariff[]): FigureLabel[] {
  return [
    children,
    { key: 'DAYS', title: 'Vermeden dagen' },
    ...tariffs.map(({ rung, euroPerDay }) => ({
      key: `EURO_${rung}`,
      title: `Euro, als het ${inEuro(euroPerDay)} per dag was (${LadderRung.dutch[rung]})`,
    })),
  ];
}

/**
 * Children, days and euro. For an analyst the days are the number of children as it is shown times their mean, to 5 days: neither the days nor
 * the euro that follow from them tell how many children there are. Each row is weighed by itself.
 */
export function benefitRows(
  form: FigureForm,
  told: readonly Avoided[] | null,
  tariffs: readonly Tariff[],
): FigureRow[] {
  const counts = told?.map(({ group, children: count }) => ({ group, outcome: children.key, count })) ?? null;
  const cell = cellOf(told ? 'FEW' : 'PERIOD_OPEN');
  return rows.map((label) => {
    const count = shownTable(form, [label], [children], counts).total;
    const days =
      count === null
        ? null
        : daysOf(
            form,
            count,
            told?.find(({ group }) => group === label.key),
          );
    const euro = tariffs.map(({ euroPerDay }) => days && Math.round(days * euroPerDay));
    return { ...label, cells: [count, days, ...euro].map(cell), total: null };
  });
}

function daysOf(form: FigureForm, count: number, avoided: Avoided | undefined): number {
  if (!avoided) return 0;
  return form === 'EXACT' ? avoided.days : count * rounded(avoided.days / avoided.children);
}
