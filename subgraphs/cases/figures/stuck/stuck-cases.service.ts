import type { FigureArgs } from '../../../../figures/figure-args.js';
import { stockQuestion } from '../../../../figures/figure-question.js';
import type { Figure } from '../../../../figures/figure.type.js';
import { atHomeOrElsewhere, homeLabels } from '../../../../figures/elsewhere.rules.js';
import { codeLabels } from '../../../../figures/labels.rules.js';
import { repeatedFigure, twoWayFigure, type FigureText } from '../../../../figures/two-way-figure.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { AgeBand } from '../../../../vocabulary/age-band.js';
import { anyRung, everyChild, olderChild, stuckColumns, stuckFrom, type StuckFrom } from './stuck-cases.rules.js';
import type { stuckCasesReadModel } from './stuck-cases.read-model.js';
import type { StuckGrouping, StuckMeasure } from './stuck-cases.vocabulary.js';

const text = ({ fromWeeks, fromRefusals }: StuckFrom, grouping: StuckGrouping): FigureText => ({
  name: 'stuckCases',
  title: 'Kinderen voor wie het zoeken vastloopt',
  unit: 'kinderen',
  howCounted: [
    `Vastgelopen is een open casus met een hulpvraag, zonder lopende plaatsing op een trede die gezocht wordt, waarvoor al ${fromWeeks} weken vergeefs gezocht wordt of aanbieders ${fromRefusals} keer nee zeiden.`,
    'Er wordt gezocht sinds de casus openging of weer openging, of sinds de laatste plaatsing op een gezochte trede eindigde: wat het laatst was.',
    'Een nee telt als de aanbieder in die tijd een verwijzing of een reservering afwees. Alle hele weken tellen, ook vakanties.',
    'Alles zoals het op de peildag was; de leeftijd is die welke het kind in het kalenderjaar bereikt.',
  ],
  doesNotAddUp: [
    ...(grouping === 'RUNG'
      ? [
          'Wie meer treden zoekt telt op elke: de treden tellen niet op.',
          'Voor een analist ontbreekt op elke trede wat voor alle kinderen samen ontbreekt.',
        ]
      : []),
    'Wie geen beschreven hulpvraag heeft telt niet, hoe lang de casus ook open is.',
    'Een hulpvraag die pas na de peildag voor het eerst is beschreven telt ook op de peildag.',
    'Een casus telt bij de regio waar hij nu is; van een gewist dossier blijft niets geteld.',
  ],
});

const rungs = [...codeLabels(LadderRung), anyRung];

const ages = [...codeLabels(AgeBand), olderChild];

/** Tells for whom help is sought in vain: how long, and how often providers said no. */
export function stuckCasesService(readModel: ReturnType<typeof stuckCasesReadModel>) {
  return {
    async stuckCases(
      caller: Caller,
      args: FigureArgs,
      by: StuckGrouping,
      measure: StuckMeasure,
      asked: StuckFrom,
    ): Promise<Figure> {
      const question = stockQuestion(caller, args);
      const from = stuckFrom(question.form, asked);
      const counted = await readModel.count(question, from, by, measure);
      const parts = { text: text(from, by), outcomes: stuckColumns[measure] };
      if (by === 'AGE_BAND') return twoWayFigure(question, { ...parts, groups: ages }, counted);
      if (by === 'MUNICIPALITY') {
        const groups = homeLabels(question.region);
        return twoWayFigure(question, { ...parts, groups }, atHomeOrElsewhere(question.region, counted));
      }
      const blocks = rungs.map((rung) => ({ groups: [rung], from: `${question.year}-01-01` }));
      return repeatedFigure(question, { ...parts, blocks, hasTotals: true, everybody: everyChild }, counted);
    },
  };
}
