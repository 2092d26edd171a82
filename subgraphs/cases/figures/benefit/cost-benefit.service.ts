import { figureQuestion, isOver } from '../../../../figures/figure-question.js';
import type { Figure } from '../../../../figures/figure.type.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import type { CostBenefitArgs } from './cost-benefit.input.js';
import type { costBenefitReadModel } from './cost-benefit.read-model.js';
import { assertReckonable, benefitColumns, benefitRows, inEuro, type Tariff } from './cost-benefit.rules.js';

const text = {
  name: 'costBenefit',
  title: 'Vermeden dagen verblijf, en wat die gekost zouden hebben',
  unit: 'kinderen, dagen en euro',
  howCounted: [
    'Voorkomen telt vanaf de dag waarop in het jaar is vastgesteld dat een uithuisplaatsing is voorkomen, één keer per kind.',
    'Verkort telt vanaf de dag waarop het kind in het jaar een leef- of behandelgroep of gesloten jeugdhulp verliet, als is vastgesteld dat het zo thuis mogelijk woont of is doorgestroomd.',
    'Een dag telt tot en met de peildag, tot de oplossing niet bleek te blijven, en tot het kind alsnog of weer in een groep kwam wonen.',
    'Voor een analist zijn de dagen het afgeronde aantal kinderen maal hun gemiddelde, op 5 dagen afgerond.',
  ],
  doesNotAddUp: [
    'De kolommen met euro zijn keuzes naast elkaar: alle dagen tegen één tarief. Zij tellen niet op.',
    'De rijen tellen niet op: een kind kan bij beide horen.',
    'Wat de hulp kostte die in plaats van het verblijf kwam is in de hub niet bekend en is er niet van afgetrokken.',
    'Een resultaat dat zonder dag is geteld, zoals in het jaarverslag, telt niet. Van een gewist dossier is niet bekend of het kind alsnog in een groep kwam.',
  ],
};

const assumptionsOf = (tariffs: readonly Tariff[], assumedStayDays: number): string[] => [
  `Zonder oplossing had elk verblijf ${assumedStayDays} dagen geduurd, zoals opgegeven: meer dagen telt geen kind, en wie al langer in een groep woonde telt niet als verkort.`,
  ...tariffs.map(
    ({ rung, euroPerDay }) => `Een dag kost ${inEuro(euroPerDay)} (${LadderRung.dutch[rung]}), zoals opgegeven.`,
  ),
  'Elke uithuisplaatsing die is voorkomen was een verblijf geworden op de trede van de kolom, vanaf de dag waarop zij is voorkomen.',
  'Wat is vastgesteld kwam door de hulp, en was zonder haar niet gebeurd.',
];

/** Tells how many days children did not live in a group, and what these would have cost at the prices of who asks. */
export function costBenefitService(readModel: ReturnType<typeof costBenefitReadModel>) {
  return {
    async costBenefit(caller: Caller, args: CostBenefitArgs): Promise<Figure> {
      const { tariffs, assumedStayDays } = args;
      const question = figureQuestion(caller, args);
      assertReckonable(question.form, tariffs, assumedStayDays);
      const counted = await readModel.count(question, assumedStayDays);
      const rows = benefitRows(question.form, isOver(question, counted) ? counted.counts : null, tariffs);
      const about = { region: question.region.key, year: question.year, asOf: counted.asOf };
      const assumptions = assumptionsOf(tariffs, assumedStayDays);
      return { ...text, ...about, columns: benefitColumns(tariffs), rows, total: null, assumptions };
    },
  };
}
