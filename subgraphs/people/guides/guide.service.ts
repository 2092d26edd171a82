import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';
import type { Theme } from '../themes/theme.type.js';
import type { Guide } from './guide.rules.js';
import type { Wayfinder, WeighingGuide } from './guide.type.js';
import type { WayfinderSituation } from './guide.vocabulary.js';
import type { Guides } from './read-guides.js';

/** What regions tell of whom to go to, what to weigh and what to learn about. Each throws NOT_FOUND for a region that keeps no guide. */
export function guideService(guides: Guides) {
  const guideOf = (caller: Caller, asked: string | null): { region: string; guide: Guide } => {
    const region = asked ?? caller.region ?? '';
    const guide = guides.get(region);
    if (!guide) throw new HubError('NOT_FOUND');
    return { region, guide };
  };

  return {
    wayfinder(caller: Caller, asked: string | null, situation: WayfinderSituation): Wayfinder {
      const { region, guide } = guideOf(caller, asked);
      const steps = guide.wayfinder[situation].map((step, index) => ({ ...step, region, position: index + 1 }));
      return { situation, region, checkedOn: guide.checkedOn, steps };
    },

    weighingGuide(caller: Caller, asked: string | null, rung: LadderRung): WeighingGuide {
      const { region, guide } = guideOf(caller, asked);
      return { rung, region, checkedOn: guide.checkedOn, points: guide.weighing[rung] };
    },

    themes(caller: Caller, asked: string | null): readonly Theme[] {
      const { region, guide } = guideOf(caller, asked);
      return guide.themes.map((theme) => ({ ...theme, region }));
    },

    /** One theme of a region; null where the region keeps it no more. */
    theme(region: string, code: string): Theme | null {
      const found = guides.get(region)?.themes.find((theme) => theme.code === code);
      return found ? { ...found, region } : null;
    },
  };
}

export type GuideService = ReturnType<typeof guideService>;
