import { atHomeOrElsewhere, homeLabels } from '../../../../figures/elsewhere.rules.js';
import type { FigureArgs } from '../../../../figures/figure-args.js';
import { figureQuestion } from '../../../../figures/figure-question.js';
import type { Figure } from '../../../../figures/figure.type.js';
import { monthLabels } from '../../../../figures/labels.rules.js';
import { twoWayFigure } from '../../../../figures/two-way-figure.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { retDiscussedReadModel } from './ret-discussed.read-model.js';
import { discussedColumns, discussedTexts } from './ret-discussed.texts.js';
import type { DiscussedGrouping, DiscussedSubject } from './ret-discussed.vocabulary.js';

/** Tells whether children were spoken about at a table before they went to live in a group, or while they could lose their home. */
export function retDiscussedService(readModel: ReturnType<typeof retDiscussedReadModel>) {
  return {
    async retDiscussed(
      caller: Caller,
      args: FigureArgs,
      by: DiscussedGrouping,
      subject: DiscussedSubject,
    ): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const { region, year } = question;
      const counted = await readModel.count(question, by, subject);
      const parts = { text: discussedTexts[subject], outcomes: discussedColumns[subject] };
      if (by === 'MONTH') return twoWayFigure(question, { ...parts, groups: monthLabels(year) }, counted);
      return twoWayFigure(question, { ...parts, groups: homeLabels(region) }, atHomeOrElsewhere(region, counted));
    },
  };
}
