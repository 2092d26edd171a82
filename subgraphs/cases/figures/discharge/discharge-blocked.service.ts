import { homeLabels } from '../../../../figures/elsewhere.rules.js';
import type { FigureArgs } from '../../../../figures/figure-args.js';
import { stockQuestion } from '../../../../figures/figure-question.js';
import type { Figure } from '../../../../figures/figure.type.js';
import { codeLabels } from '../../../../figures/labels.rules.js';
import { twoWayFigure, type FigureText } from '../../../../figures/two-way-figure.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { DischargeBlockReason } from '../../placement/discharge/discharge.vocabulary.js';
import { placementRungs } from '../placements/placement-rungs.js';
import { withDays } from './discharge-blocked.rules.js';
import type { dischargeBlockedReadModel } from './discharge-blocked.read-model.js';
import type { DischargeGrouping } from './discharge-blocked.vocabulary.js';

const text: FigureText = {
  name: 'dischargeBlocked',
  title: 'Uitstroomknelpunten: kan weg en gaat niet',
  unit: 'plaatsingen, en dagen waar dat staat',
  howCounted: [
    'Geteld zijn plaatsingen die op de peildag lopen en waarvan is vastgelegd dat het kind weg kan en wat dat tegenhoudt, één keer, bij de reden van die dag.',
    'De dagen zijn alle dagen waarop er tot en met de peildag iets tegenhield, ook om een andere reden; tussenpozen tellen niet mee.',
    'Een analist ziet alleen de mediaan van allen samen, op 5 dagen afgerond.',
    'Alleen waar het kind woont of zijn hulp krijgt telt; een tweede plek voor een time-out telt niet.',
  ],
  doesNotAddUp: [
    'Wat niemand vastlegt telt niet: het zijn er minstens zo veel.',
    'Van meer redenen telt alleen wat het zwaarst weegt.',
    'Van een gewist dossier blijft niets geteld.',
  ],
};

const outcomes = codeLabels(DischargeBlockReason);

/** Tells how many children could leave where they are and cannot, why, and for how long. */
export function dischargeBlockedService(readModel: ReturnType<typeof dischargeBlockedReadModel>) {
  return {
    async dischargeBlocked(caller: Caller, args: FigureArgs, by: DischargeGrouping): Promise<Figure> {
      const question = stockQuestion(caller, args);
      const counted = await readModel.count(question, by);
      const groups = by === 'RUNG' ? placementRungs : homeLabels(question.region);
      return withDays(question.form, twoWayFigure(question, { text, groups, outcomes }, counted), counted.counts);
    },
  };
}
