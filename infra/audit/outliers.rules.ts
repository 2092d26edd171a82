/** What one person did in a period, counted from the audit. */
export interface Activity {
  readonly userId: string;
  /** The first role under which it was. */
  readonly role: string;
  /** Different cases and referrals that were read. */
  readonly cases: number;
  /** Accesses outside 07:00 to 20:00 on Monday to Friday (Europe/Amsterdam). */
  readonly outsideHours: number;
  /** Accesses that were refused. */
  readonly refused: number;
  /** Restricted cases that were opened in an emergency. */
  readonly breakGlasses: number;
}

/** Something of which a person did far more than others of the same role. */
export interface Outlier {
  readonly userId: string;
  readonly role: string;
  readonly measure: Measure;
  readonly count: number;
  /** The median of the others of that role; 0 where there are none. */
  readonly median: number;
  /** Above which count it is told. */
  readonly limit: number;
}

export type Measure = 'cases' | 'outsideHours' | 'refused' | 'breakGlasses';

/** So much is usual whatever others did. A proposal: no source gives figures. */
const usual: Readonly<Record<Measure, number>> = { cases: 20, outsideHours: 5, refused: 5, breakGlasses: 1 };
const measures = Object.keys(usual) as Measure[];
const timesOthers = 3;

/** Who did more than is usual, and more than three times the median of the others of the same role. */
export function outliersOf(activities: readonly Activity[]): Outlier[] {
  return activities.flatMap((one) => {
    const others = activities.filter(({ role, userId }) => role === one.role && userId !== one.userId);
    return measures.flatMap((measure) => {
      const median = medianOf(others.map((other) => other[measure]));
      const limit = Math.max(usual[measure], timesOthers * median);
      const { userId, role } = one;
      return one[measure] > limit ? [{ userId, role, measure, count: one[measure], median, limit }] : [];
    });
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
