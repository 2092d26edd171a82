import { defineEnum } from '../../../vocabulary/define-enum.js';

export const WayfinderSituation = defineEnum(
  'WayfinderSituation',
  'A situation in which somebody seeks who to go to (wegwijzer).',
  {
    OUT_OF_HOME_THREATENS: 'een kind dreigt uit huis te gaan',
    RESIDENTIAL_CONSIDERED: 'verblijf in een leef- of behandelgroep wordt overwogen',
    RETURN_HOME: 'een kind kan terug naar huis, of lichter wonen',
    NO_FITTING_HELP: 'er is geen passend aanbod te vinden',
    STUCK: 'een meervoudige, complexe situatie loopt vast',
    FOSTER_FAMILY_STRAINED: 'een pleeggezin dreigt het niet vol te houden',
    UNSAFE_AT_HOME: 'er zijn zorgen over de veiligheid thuis',
    TRANSITION_TO_ADULTHOOD: 'een jongere van 16 tot 27 zoekt een volgende plek',
  },
);
export type WayfinderSituation = (typeof WayfinderSituation.codes)[number];
