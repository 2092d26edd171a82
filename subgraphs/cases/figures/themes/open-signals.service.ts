import type { AgendaCount } from '../../../../figures/agenda-count.type.js';
import type { FigureArgs } from '../../../../figures/figure-args.js';
import { stockQuestion } from '../../../../figures/figure-question.js';
import { codeLabels } from '../../../../figures/labels.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { LearningFactor } from '../../../../vocabulary/learning-factor.js';
import type { openSignalsReadModel } from './open-signals.read-model.js';

/** Tells what waits for an answer. No signal is about a child, and who may ask may read each of them: nothing is withheld, nor rounded. */
export function openSignalsService(readModel: ReturnType<typeof openSignalsReadModel>) {
  return {
    /** A count for every factor. Throws as `stockQuestion` does. */
    async openSignals(caller: Caller, args: FigureArgs): Promise<AgendaCount[]> {
      const found = await readModel.count(stockQuestion(caller, args));
      const counts = new Map<string, number>(found.map(({ factor, count }) => [factor, count]));
      return codeLabels(LearningFactor).map((label) => ({
        ...label,
        ...{ count: counts.get(label.key) ?? 0, whyWithheld: null },
      }));
    },
  };
}
