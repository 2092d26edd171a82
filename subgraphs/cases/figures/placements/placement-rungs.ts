import { codeLabels } from '../../../../figures/labels.rules.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';

/** Every rung on which a placement can be. A mentor whom the child chooses is never a placement. */
export const placementRungs = codeLabels(LadderRung).filter(({ key }) => key !== 'MENTOR_JIM');
