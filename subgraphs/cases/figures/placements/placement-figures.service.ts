import type { FigureArgs } from '../../../../figures/figure-args.js';
import { figureQuestion, type FigureQuestion } from '../../../../figures/figure-question.js';
import type { Figure, FigureLabel } from '../../../../figures/figure.type.js';
import { atHomeOrElsewhere, homeLabels } from '../../../../figures/elsewhere.rules.js';
import { monthLabels } from '../../../../figures/labels.rules.js';
import { repeatedFigure, twoWayFigure, type Block, type FigureText } from '../../../../figures/two-way-figure.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import {
  fosterEndingsText,
  fosterToResidentialText,
  ladderShiftText,
  residentialCountText,
} from './placement-figures.texts.js';
import { placementRungs } from './placement-rungs.js';
import type { placementFiguresReadModel } from './placement-figures.read-model.js';
import type { PlacementGrouping } from './placement-figures.vocabulary.js';

const ages = [
  { key: 'UNDER_12', title: 'Jonger dan 12' },
  { key: 'FROM_12', title: '12 en ouder' },
];
const directions = [
  { key: 'IN', title: 'Instroom' },
  { key: 'OUT', title: 'Uitstroom' },
];
const before = [
  { key: 'DIRECTLY', title: 'Rechtstreeks uit pleegzorg' },
  { key: 'EARLIER', title: 'Eerder in pleegzorg' },
  { key: 'NEVER', title: 'Nooit in pleegzorg' },
];
const endings = [
  { key: 'PLANNED', title: 'Volgens plan' },
  { key: 'BREAKDOWN', title: 'Afgebroken' },
  { key: 'OTHER', title: 'Anders of onbekend' },
];

/** Tells where children live and how they move, from their placements. */
export function placementFiguresService(readModel: ReturnType<typeof placementFiguresReadModel>) {
  type Partition = 'fosterToResidential' | 'fosterEndings';
  const partition =
    (name: Partition, text: FigureText, outcomes: FigureLabel[]) =>
    async (caller: Caller, args: FigureArgs, grouping: PlacementGrouping): Promise<Figure> => {
      const question = figureQuestion(caller, args);
      const counted = await readModel[name](question, grouping);
      if (grouping === 'MONTH')
        return twoWayFigure(question, { text, groups: monthLabels(question.year), outcomes }, counted);
      const groups = homeLabels(question.region);
      return twoWayFigure(question, { text, groups, outcomes }, atHomeOrElsewhere(question.region, counted));
    };

  return {
    async residentialCount(caller: Caller, args: FigureArgs): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const parts = { text: residentialCountText, blocks: months(question, (month) => [month]), outcomes: ages };
      return repeatedFigure(
        question,
        { ...parts, hasTotals: true, everybody: null },
        await readModel.residentialCount(question),
      );
    },
    async ladderShift(caller: Caller, args: FigureArgs): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const parts = { text: ladderShiftText, blocks: months(question, rungsIn), outcomes: directions };
      return repeatedFigure(
        question,
        { ...parts, hasTotals: false, everybody: null },
        await readModel.ladderShift(question),
      );
    },
    fosterToResidential: partition('fosterToResidential', fosterToResidentialText, before),
    fosterEndings: partition('fosterEndings', fosterEndingsText, endings),
  };
}

function months({ year }: FigureQuestion, groupsIn: (month: FigureLabel) => FigureLabel[]): Block[] {
  return monthLabels(year).map((month) => ({ groups: groupsIn(month), from: `${month.key}-01` }));
}

function rungsIn(month: FigureLabel): FigureLabel[] {
  return placementRungs.map(({ key, title }) => ({ key: `${month.key}/${key}`, title: `${month.title}: ${title}` }));
}
