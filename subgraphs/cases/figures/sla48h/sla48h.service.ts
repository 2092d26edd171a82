import type { FigureArgs } from '../../../../figures/figure-args.js';
import { figureQuestion, type FigureQuestion } from '../../../../figures/figure-question.js';
import type { Figure, FigureLabel } from '../../../../figures/figure.type.js';
import { atHomeOrElsewhere, homeLabels } from '../../../../figures/elsewhere.rules.js';
import { codeLabels, monthLabels } from '../../../../figures/labels.rules.js';
import { twoWayFigure, type FigureText } from '../../../../figures/two-way-figure.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { ConsultationChannel, ReferrerKind } from '../../consultation/consultation.vocabulary.js';
import type { sla48hReadModel } from './sla48h.read-model.js';
import { slaOutcomes, type Sla48hGrouping } from './sla48h.vocabulary.js';

const text: FigureText = {
  name: 'sla48h',
  title: 'Eerste contact binnen 48 uur',
  unit: 'consultaties',
  howCounted: [
    'Elke consultatie telt één keer, in het jaar en de maand waarin de vraag is ontvangen.',
    'De 48 uur zijn klokuren vanaf de ontvangst, geen kantooruren.',
    'Wie na 48 uur nog geen contact had, telt als te laat, ook als het contact nog komt.',
  ],
  doesNotAddUp: [
    'Het jaarverslag telt naar verslagjaar, dit naar de dag van ontvangst: rond de jaarwisseling kunnen zij verschillen.',
  ],
};

const groupsOf: Readonly<Record<Sla48hGrouping, (question: FigureQuestion) => FigureLabel[]>> = {
  MONTH: ({ year }) => monthLabels(year),
  MUNICIPALITY: ({ region }) => homeLabels(region),
  REFERRER_KIND: () => codeLabels(ReferrerKind),
  CHANNEL: () => codeLabels(ConsultationChannel),
};

/** Tells how the promise of a first contact within 48 hours was kept. */
export function sla48hService(readModel: ReturnType<typeof sla48hReadModel>) {
  return {
    async sla48h(caller: Caller, args: FigureArgs, grouping: Sla48hGrouping): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const counted = await readModel.count(question, grouping);
      const parts = { text, groups: groupsOf[grouping](question), outcomes: slaOutcomes };
      if (grouping !== 'MUNICIPALITY') return twoWayFigure(question, parts, counted);
      return twoWayFigure(question, parts, atHomeOrElsewhere(question.region, counted));
    },
  };
}
