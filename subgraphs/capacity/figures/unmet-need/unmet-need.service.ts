import type { FigureArgs } from '../../../../figures/figure-args.js';
import { figureQuestion } from '../../../../figures/figure-question.js';
import type { Figure, FigureLabel } from '../../../../figures/figure.type.js';
import { codeLabels, municipalityLabels } from '../../../../figures/labels.rules.js';
import { twoWayFigure } from '../../../../figures/two-way-figure.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { AgeBand } from '../../../../vocabulary/age-band.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import type { Region } from '../../../../vocabulary/places/region.js';
import { older } from '../../options/unmet/unmet-need.service.js';
import { isOffered, UnmetReason } from '../../options/unmet/unmet.rules.js';
import type { unmetNeedReadModel } from './unmet-need.read-model.js';
import type { UnmetNeedGrouping } from './unmet-need.vocabulary.js';

const text = {
  name: 'unmetNeed',
  title: 'Onbeantwoorde vraag',
  unit: 'kinderen',
  howCounted: [
    'Geteld is een kind waarvoor een zoekvraag op een gezochte trede geen enkele optie gaf; zonder gezochte trede als er helemaal geen optie was.',
    'Een kind telt één keer per jaar: met de laatste dag waarop niets werd gevonden, van die dag met de lichtste trede.',
    'De reden is het criterium waaraan één aanbod als enige niet voldeed: zonder dat criterium was er een optie. Zijn er meer van zulke criteria, dan telt het laatste in de volgorde van afvallen.',
    'Later zorg is de eerste zorg die vanaf die dag uit een reservering begon.',
  ],
  doesNotAddUp: [
    'Een optie kan vol zijn: vol is geen reden om af te vallen. Wie op een plek wacht, staat bij de wachttijden.',
    'Een zoekvraag zonder casus heet een kind, maar dezelfde gemeente en leeftijd tellen op één dag eens; wat er later van kwam, is niet bekend.',
    'Zorg die buiten een reservering om begon, is hier niet te zien.',
    'Van een gewiste casus is alleen de maand nog bekend.',
  ],
};

const outcomes = [
  { key: 'AS_SOUGHT', title: 'Later zorg op de gezochte trede' },
  { key: 'OTHERWISE', title: 'Later zorg op een andere trede' },
  { key: 'NOT_YET', title: 'Nog geen zorg' },
  { key: 'NOT_KNOWN', title: 'Zonder casus: niet bekend' },
];

/** What is never on offer is never lacking. */
const rungs = codeLabels(LadderRung).filter(({ key }) => isOffered(key));

const groupsOf: Readonly<Record<UnmetNeedGrouping, (region: Region) => FigureLabel[]>> = {
  RUNG: () => [...rungs, { key: 'ANY', title: 'geen bepaalde trede' }],
  MUNICIPALITY: (region) => [...municipalityLabels(region), { key: 'ELSEWHERE', title: 'Buiten de regio' }],
  REASON: () => codeLabels(UnmetReason),
  AGE_BAND: () => [...codeLabels(AgeBand), { key: older, title: '28 jaar en ouder' }],
};

/** Tells for how many children of a region no option was found, and why. */
export function unmetNeedFigureService(readModel: ReturnType<typeof unmetNeedReadModel>) {
  return {
    async unmetNeed(caller: Caller, args: FigureArgs, grouping: UnmetNeedGrouping): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const parts = { text, groups: groupsOf[grouping](question.region), outcomes };
      return twoWayFigure(question, parts, await readModel.count(question, grouping));
    },
  };
}
