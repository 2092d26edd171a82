import { homeLabels } from '../../../figures/elsewhere.rules.js';
import type { FigureArgs } from '../../../figures/figure-args.js';
import { figureQuestion, isOver, type FigureQuestion } from '../../../figures/figure-question.js';
import type { Figure, FigureLabel } from '../../../figures/figure.type.js';
import { codeLabels, monthLabels } from '../../../figures/labels.rules.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { DeploymentActionKind, DeploymentPurpose } from '../deployment/deployment.vocabulary.js';
import { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import { duoColumns, duoRows, type DuoCounts } from './duo-use.rules.js';
import type { DuoUse, duoUseReadModel } from './duo-use.read-model.js';
import type { DuoUseGrouping } from './duo-use.vocabulary.js';
import { namedLabels } from './named-labels.rules.js';

const text = {
  name: 'duoUse',
  title: "Inzet van duo's (Team AnderS)",
  unit: "duo's, uren en weken",
  howCounted: [
    'Een duo telt in het jaar waarin het begint; wat bij vergissing is afgesproken en wat niet begon telt niet.',
    'Uren zijn de afgesproken uren van beide leden samen. Uren en weken tellen vanaf de eerste dag tot en met de peildag, en uiterlijk tot en met 31 december.',
    'Bij wat het duo deed zijn de uren die welke daarbij zijn vastgelegd.',
    "Voor een analist zijn de uren samen het afgeronde aantal duo's maal het gemiddelde van een duo, en is de mediaan van uren op 5 afgerond.",
  ],
  doesNotAddUp: [
    'Afgesproken uren zijn niet altijd gegeven uren.',
    'Een duo dat vorig jaar begon en nog loopt telt in dat jaar.',
    'De gemeente is die waar het kind woonde toen het duo werd gevraagd, of toen de hub dat begon vast te leggen; van een gewist dossier van voor die tijd is zij niet bekend.',
  ],
  assumptions: [],
};

const overlap = 'Een duo telt bij elke rij waar een van de leden of een handeling bij hoort: de rijen tellen niet op.';
const countsIn: Readonly<Record<DuoUseGrouping, DuoCounts>> = {
  ...{ MONTH: 'ONCE', MUNICIPALITY: 'ONCE', PURPOSE: 'ONCE' },
  // the two of a duo are of one organisation or of two
  ...{ ORGANISATION: 'TWICE', EXPERTISE: 'OVERLAPS', ACTION: 'OVERLAPS' },
};

type LabelsOf = (question: FigureQuestion, told: readonly DuoUse[]) => FigureLabel[];
const labels: Readonly<Record<DuoUseGrouping, LabelsOf>> = {
  MONTH: ({ year }) => monthLabels(year),
  MUNICIPALITY: ({ region }) => [...homeLabels(region), { key: 'UNKNOWN', title: 'Niet bekend' }],
  PURPOSE: () => codeLabels(DeploymentPurpose),
  ORGANISATION: (_, told) => namedLabels(told),
  EXPERTISE: () => codeLabels(ExpertiseCode),
  ACTION: () => codeLabels(DeploymentActionKind),
};

/** Tells how duos are used: how many went, for how many hours and weeks. */
export function duoUseService(readModel: ReturnType<typeof duoUseReadModel>) {
  return {
    async duoUse(caller: Caller, args: FigureArgs, by: DuoUseGrouping): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const { form, region, year } = question;
      const counted = await readModel.count(question, by);
      const told = isOver(question, counted) ? counted.counts : null;
      const each = countsIn[by];
      const table = duoRows(form, labels[by](question, counted.counts), told, each);
      const doesNotAddUp = each === 'ONCE' ? text.doesNotAddUp : [overlap, ...text.doesNotAddUp];
      return { ...text, doesNotAddUp, region: region.key, year, asOf: counted.asOf, columns: duoColumns, ...table };
    },
  };
}
