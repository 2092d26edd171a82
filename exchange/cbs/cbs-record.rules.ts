import { frequencyCodes, unitCodes } from '../ijw/ijw-codes.js';
import { dutchDay } from '../files/dutch-moments.js';
import { endReasons, freeToEnter, no, noReferrer, referrers, yes } from './cbs-codes.js';
import type { GivenCase, GivenOutcome, GivenPlacement } from './exported-placements.js';
import type { Trajectory } from './trajectories.rules.js';

/** What stands in one column of a record. */
export type Cell = string | number | null;

/** One record as CBS asks it, as far as the hub knows it; complete where nothing is missing. */
export interface CbsRecord {
  readonly cells: readonly Cell[];
  /** What must be there and is not, by the heading of its column. */
  readonly missing: readonly string[];
}

/** From what a column is filled. */
interface Known {
  readonly trajectory: Trajectory;
  readonly first: GivenPlacement;
  readonly last: GivenPlacement;
  readonly file: GivenCase;
  readonly youth: GivenOutcome | null;
  readonly parent: GivenOutcome | null;
}

interface Column {
  readonly heading: string;
  /** `OWNER`: what the hub does not know and never may, left empty for the owner's own system. */
  readonly need: 'MUST' | 'MAY' | 'OWNER';
  readonly cell: (of: Known) => Cell;
}

const must = (heading: string, cell: Column['cell']): Column => ({ heading, need: 'MUST', cell });
const may = (heading: string, cell: Column['cell']): Column => ({ heading, need: 'MAY', cell });
const ofOwner = (heading: string): Column => ({ heading, need: 'OWNER', cell: () => null });

/** Answers count for help until the period of reporting after its end is over (_proposal_). */
const answeredWithinDays = 183;

const columns: readonly Column[] = [
  may('zaaknummer', ({ file }) => file.number),
  may('eigen_kenmerk', ({ file }) => file.ownReference),
  ofOwner('bsn'),
  ofOwner('geboortedatum'),
  may('geboortejaar', ({ file }) => file.birthYear),
  ofOwner('geslacht'),
  ofOwner('postcode'),
  may('postcode4', ({ file }) => file.postcode4),
  must('gemeentecode', ({ file }) => file.responsibleMunicipality.code),
  must('agb_aanbieder', ({ first }) =>
    first.organisation.agb.length === 1 ? (first.organisation.agb[0] ?? null) : null,
  ),
  must('verwijzer', referrerOf),
  must('hulpvorm', ({ trajectory }) => trajectory.helpForm),
  must('gestart_met_crisis', crisisOf),
  may('datum_toewijzing', ({ first }) => compact(dutchDay(first.allocatedAt))),
  may('beoogde_start', ({ first }) => compact(first.product?.startOn ?? null)),
  must('datum_aanvang', ({ trajectory }) => compact(trajectory.startOn)),
  may('datum_einde', ({ trajectory }) => compact(trajectory.endOn)),
  may('reden_beeindiging', endReasonOf),
  may('volume', ({ last }) => last.product?.volume ?? null),
  may('eenheid', ({ last }) => unitCodes[last.product?.unit ?? ''] ?? null),
  may('frequentie', ({ last }) => frequencyCodes[last.product?.frequency ?? ''] ?? null),
  may('tevredenheid_jeugdige', ({ youth }) => youth?.satisfaction ?? null),
  may('zonder_hulp_verder_jeugdige', ({ youth }) => twoDigits(youth?.canGoOn ?? null)),
  may('tevredenheid_ouder', ({ parent }) => parent?.satisfaction ?? null),
  may('zonder_hulp_verder_ouder', ({ parent }) => twoDigits(parent?.canGoOn ?? null)),
];

/** The headings of a record, in the order of its cells. */
export const cbsHeadings: readonly string[] = columns.map(({ heading }) => heading);
/** Those that the owner's own system fills in. */
export const ownersHeadings: readonly string[] = columns
  .filter(({ need }) => need === 'OWNER')
  .map(({ heading }) => heading);

/** The record of a trajectory: a mandatory column that is empty is named, and so is the reason of an end that has none. */
export function cbsRecord(trajectory: Trajectory): CbsRecord {
  const [first] = trajectory.placements;
  const last = lastEnded(trajectory);
  const answered = (informant: string) => answerOf(informant, trajectory, first.case.cbsOutcomes);
  const known = { trajectory, first, last, file: first.case, youth: answered('YOUTH'), parent: answered('PARENT') };
  const cells = columns.map(({ cell }) => cell(known));
  const missing = columns
    .filter(({ heading, need }, index) => isMissing(heading, need, cells[index] ?? null, trajectory))
    .map(({ heading }) => heading);
  return { cells, missing };
}

function isMissing(heading: string, need: Column['need'], cell: Cell, { endOn }: Trajectory): boolean {
  if (cell !== null) return false;
  return need === 'MUST' || (heading === 'reden_beeindiging' && endOn !== null);
}

/** The care that ended last, or that still runs: it says why and how much. */
function lastEnded({ placements }: Trajectory): GivenPlacement {
  return placements.reduce((last, one) => (endOf(one) >= endOf(last) ? one : last));
}

function endOf({ endedAt }: GivenPlacement): string {
  return endedAt ?? '9999';
}

function referrerOf({ trajectory, first }: Known): Cell {
  if (trajectory.helpForm === freeToEnter) return noReferrer;
  return referrers[first.referrer ?? ''] ?? null;
}

function crisisOf({ first, file }: Known): Cell {
  if (first.offer?.isCrisis) return yes;
  return file.need === null ? null : file.need.isCrisis ? yes : no;
}

function endReasonOf({ trajectory, last }: Known): Cell {
  return trajectory.endOn === null ? null : (endReasons[last.endReason ?? ''] ?? null);
}

/** What somebody answered last, from the start of the help until half a year after its end. They come newest first. */
function answerOf(
  informant: string,
  { startOn, endOn }: Trajectory,
  outcomes: readonly GivenOutcome[],
): GivenOutcome | null {
  const until = endOn === null ? '9999' : daysAfter(endOn, answeredWithinDays);
  const answered = outcomes.filter(({ measuredOn }) => measuredOn >= startOn && measuredOn <= until);
  return answered.find((one) => one.informant === informant) ?? null;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day as CBS writes it: JJJJMMDD. */
function compact(day: string | null): string | null {
  return day === null ? null : day.replaceAll('-', '');
}

function twoDigits(code: number | null): string | null {
  return code === null ? null : String(code).padStart(2, '0');
}
