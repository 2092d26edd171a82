import type { Figure, FigureCell } from '../../figures/figure.type.js';
import { LinearReader, type Reach } from './linear-reader.js';

/** A figure as it was answered, beside what it really counts. */
export interface AnsweredFigure {
  readonly figure: Pick<Figure, 'columns' | 'rows' | 'total'>;
  readonly counted: (group: string, outcome: string) => number;
  /** Whether somebody counts in every group that it belongs to; in one only unless given. */
  readonly overlaps?: boolean;
  /** The columns that count people; all of them unless given. */
  readonly outcomes?: readonly string[];
}

/** What a reader learnt of a number that is withheld. */
export interface Learnt extends Reach {
  readonly of: string;
  readonly value: number;
}

/**
 * How much a reader sees in a number that is shown: what it is, or that it was rounded to 5 and is 10 at least. The first is more than anybody can
 * see, and what decision 25 promises is promised against it.
 */
export type Sight = 'EXACT' | 'ROUNDED';

const k = 10;

/**
 * What who has all these answers learns of the numbers that are withheld in them: they count the same people, by the same outcomes. Of every number, or
 * of some.
 */
export function whatIsLearnt(
  answers: readonly AnsweredFigure[],
  sight: Sight,
  isOfInterest: (value: number) => boolean = () => true,
): Learnt[] {
  return new FigureReader(sight).read(answers, isOfInterest);
}

interface Place {
  readonly of: string;
  readonly place: number;
}

class FigureReader {
  private readonly reader = new LinearReader();
  private readonly withheld: Place[] = [];

  constructor(private readonly sight: Sight) {}

  read(answers: readonly AnsweredFigure[], isOfInterest: (value: number) => boolean): Learnt[] {
    const [first] = answers.filter(({ overlaps }) => !overlaps);
    if (!first) throw new Error('nobody is counted once');
    const codes = outcomesOf(first);
    const counted = (outcome: string): number =>
      first.figure.rows.reduce((sum, { key }) => sum + first.counted(key, outcome), 0);
    const all = this.number('all', sumOf(codes.map(counted)), first.figure.total?.total, 0);
    const isToldOf = first.figure.total?.total?.value != null;
    const outcomes = codes.map((code, index) =>
      this.number(`all ${code}`, counted(code), first.figure.total?.cells[index], isToldOf ? 1 : 0),
    );
    this.reader.sum(outcomes, all);
    for (const answer of answers) this.add(answer, outcomes, all);
    return this.withheld
      .filter(({ place }) => isOfInterest(this.reader.valueOf(place)))
      .map(({ of, place }) => ({ of, value: this.reader.valueOf(place), ...this.reader.reach(place) }));
  }

  private add(answer: AnsweredFigure, outcomes: readonly number[], all: number): void {
    const codes = outcomesOf(answer);
    const { rows, total } = answer.figure;
    const tells = rows.some(({ cells }) =>
      cells.slice(0, codes.length).some(({ value }) => value !== null && value > 0),
    );
    // rows of which nothing is shown tell nothing where people overlap, and where there are two of these the others tell of none of them
    const silent = rows.filter(
      (row) => answer.overlaps && [...row.cells, row.total].every((cell) => cell?.value == null),
    );
    const areAllRead = silent.length < 2;
    const groups = rows
      .filter((row) => areAllRead || !silent.includes(row))
      .map((row) => {
        const values = codes.map((code) => answer.counted(row.key, code));
        const cells = codes.map((code, index) => {
          const isAlone = answer.overlaps ? true : total?.cells[index]?.value != null;
          const least = tells && row.total?.value != null && isAlone ? 1 : 0;
          return this.number(`${row.key} ${code}`, values[index] ?? 0, row.cells[index], least);
        });
        const group = this.number(row.key, sumOf(values), row.total, 0);
        this.reader.sum(cells, group);
        return { cells, group };
      });
    const together = (parts: number[], whole: number): void => {
      if (!answer.overlaps) return this.reader.sum(parts, whole);
      if (areAllRead) this.reader.sumOrMore(parts, whole);
      for (const part of parts) this.reader.sumOrMore([whole], part);
    };
    together(
      groups.map((one) => one.group),
      all,
    );
    for (const [index, outcome] of outcomes.entries())
      together(
        groups.map((one) => one.cells[index] ?? 0),
        outcome,
      );
  }

  private number(of: string, value: number, cell: FigureCell | null | undefined, least: number): number {
    const shown = cell?.value;
    if (shown == null) {
      const place = this.reader.number(value, Math.min(least, value), Infinity);
      this.withheld.push({ of, place });
      return place;
    }
    if (this.sight === 'EXACT' || shown === 0) return this.reader.number(value, value, value);
    return this.reader.number(value, Math.max(k, shown - 2), shown + 2);
  }
}

const outcomesOf = ({ outcomes, figure }: AnsweredFigure): readonly string[] =>
  outcomes ?? figure.columns.map(({ key }) => key);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A count that is never shown: of fewer than ten, and not of nobody. */
export const isSmall = (value: number): boolean => value > 0 && value < k;

/** A count of fewer than five, and not of nobody. */
export const isOfFew = (value: number): boolean => value > 0 && value < 5;

/** Whether a reader knows of a few children that they are there, and that they are fewer than five. */
export function tellsTooMuch({ value, lowest, highest }: Learnt): boolean {
  return isOfFew(value) && lowest > 0 && highest < 5;
}
