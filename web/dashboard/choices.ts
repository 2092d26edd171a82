import {
  fosterEndings,
  ladderShift,
  residentialCount,
  sla48h,
  unmetNeed,
  waitingTimes,
} from '../generated/operations.js';
import { placementGrouping, sla48hGrouping, unmetNeedGrouping, waitingGrouping } from '../generated/words.js';
import { useAnswer, type Asked } from '../hub/use-hub.js';
import type { Figure } from './figure.js';

/** What is asked of a figure. */
export interface FigureQuestion {
  readonly region: string;
  readonly year: number;
  /** By what it is counted; empty where there is one way only. */
  readonly by: string;
}

/** One drawing of a figure: some of its columns, beside each other or as parts of a whole. */
export interface Drawing {
  readonly title: string;
  readonly unit: string;
  /** Keys of columns; all of them without. */
  readonly columns?: readonly string[];
  readonly isStacked: boolean;
}

/** A figure that can be looked at. */
export interface FigureChoice {
  readonly word: string;
  readonly lead: string;
  /** Its name where it is had as a file. */
  readonly name: string;
  /** By what it can be counted, the usual first; none where there is one way only. */
  readonly groupings: Readonly<Record<string, string>>;
  readonly drawings: readonly Drawing[];
  readonly useFigure: (asked: FigureQuestion) => FigureAnswer;
}

export type FigureAnswer = Omit<Asked<unknown>, 'data'> & { readonly figure: Figure | null };

/** Tells the figure of an answer apart from the rest. */
function answered<Data>({ data, ...rest }: Asked<Data>, figureIn: (data: Data) => Figure | null): FigureAnswer {
  return { ...rest, figure: data ? figureIn(data) : null };
}

/** By the part of its address. */
export const figureChoices: Readonly<Record<string, FigureChoice>> = {
  'eerste-contact': {
    word: 'Eerste contact',
    lead: 'Kreeg wie een vraag stelde binnen 48 uur een eerste contact?',
    name: 'sla48h',
    groupings: sla48hGrouping,
    drawings: [{ title: 'Vragen', unit: 'vragen', isStacked: true }],
    useFigure: ({ by, ...asked }) =>
      answered(useAnswer(sla48h, { ...asked, by: by as keyof typeof sla48hGrouping }), (data) => data.sla48h),
  },
  treden: {
    word: 'Verschuiving',
    lead: 'Hoeveel plaatsingen begonnen en eindigden op elke trede van de ladder? Meer hulp dichter bij huis is het doel.',
    name: 'ladderShift',
    groupings: {},
    drawings: [{ title: 'Instroom en uitstroom', unit: 'plaatsingen', isStacked: false }],
    useFigure: ({ region, year }) => answered(useAnswer(ladderShift, { region, year }), (data) => data.ladderShift),
  },
  leefgroepen: {
    word: 'Leefgroepen',
    lead: 'Hoeveel kinderen wonen aan het eind van elke maand in een leefgroep of in gesloten jeugdhulp?',
    name: 'residentialCount',
    groupings: {},
    drawings: [{ title: 'Kinderen aan het eind van de maand', unit: 'kinderen', isStacked: true }],
    useFigure: ({ region, year }) =>
      answered(useAnswer(residentialCount, { region, year }), (data) => data.residentialCount),
  },
  pleegzorg: {
    word: 'Pleegzorg',
    lead: 'Hoe eindigde een verblijf in een pleeggezin?',
    name: 'fosterEndings',
    groupings: placementGrouping,
    drawings: [{ title: 'Geëindigd verblijf', unit: 'keer', isStacked: true }],
    useFigure: ({ by, ...asked }) =>
      answered(
        useAnswer(fosterEndings, { ...asked, by: by as keyof typeof placementGrouping }),
        (data) => data.fosterEndings,
      ),
  },
  wachttijden: {
    word: 'Wachttijden',
    lead: 'Hoeveel kinderen wachten op hulp in de regio, en hoe lang?',
    name: 'waitingTimes',
    groupings: waitingGrouping,
    drawings: [
      { title: 'Hoeveel kinderen', unit: 'kinderen', columns: ['PLACED', 'WAITING'], isStacked: false },
      {
        title: 'Hoe lang: de helft wacht korter dan dit',
        unit: 'dagen',
        columns: ['PLACED_MEDIAN', 'WAITING_MEDIAN', 'REPORTED_MEDIAN'],
        isStacked: false,
      },
    ],
    useFigure: ({ by, ...asked }) =>
      answered(
        useAnswer(waitingTimes, { ...asked, by: by as keyof typeof waitingGrouping }),
        (data) => data.waitingTimes,
      ),
  },
  'niet-gevonden': {
    word: 'Niet gevonden hulp',
    lead: 'Voor hoeveel kinderen was er geen passende hulp, en hoe liep dat af?',
    name: 'unmetNeed',
    groupings: unmetNeedGrouping,
    drawings: [{ title: 'Kinderen zonder passende hulp', unit: 'kinderen', isStacked: true }],
    useFigure: ({ by, ...asked }) =>
      answered(useAnswer(unmetNeed, { ...asked, by: by as keyof typeof unmetNeedGrouping }), (data) => data.unmetNeed),
  },
};
