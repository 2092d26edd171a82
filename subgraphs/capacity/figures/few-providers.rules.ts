import type { FigureForm } from '../../../figures/figure-form.rules.js';
import type { WithheldReason } from '../../../figures/figure.vocabulary.js';

/** Fewer providers than this are not told apart from each other to who only studies the figures. */
const fewestProviders = 3;

/** Why a number that so many providers lie behind is withheld; null where it is shown. No providers at all gave nothing to measure. */
export function whyFewProviders(form: FigureForm, providers: number | null): WithheldReason | null {
  if (providers === null) return 'NOT_MEASURED';
  return form === 'SUPPRESSED' && providers < fewestProviders ? 'FEW_PROVIDERS' : null;
}
