import type { ErrorText } from './error-text.js';

/** Of duos that go to families, of teams that are asked, and of sessions to which people come. */
export const deploymentErrorTexts = {
  NOT_A_TEAM_MEMBER: {
    status: 400,
    nl: 'Wie u noemt hoort niet de hele periode bij dit team, of het team gaat niet in duo’s. Kies een duo uit de lijst van de casus.',
    en: 'Somebody you name is not in this team for the whole period, or it does not go out in duos. Choose a duo from the list of the case.',
  },
  PROFESSIONAL_ABSENT: {
    status: 409,
    nl: 'Iemand van dit duo is niet de hele periode aanwezig. Kies een ander duo of andere dagen.',
    en: 'Somebody of this duo is not there for the whole period. Choose another duo or other days.',
  },
  NO_HOURS_LEFT: {
    status: 409,
    nl: 'Iemand van dit duo heeft niet genoeg uren meer: er is niets vastgelegd. Haal de duo’s opnieuw op en kies een ander, of minder uren.',
    en: 'Somebody of this duo has not enough hours left: nothing was booked. Fetch the duos again and choose another, or fewer hours.',
  },
  ALREADY_IN_DUO: {
    status: 409,
    nl: 'Een duo is altijd twee verschillende mensen, op elke dag. Kies iemand anders.',
    en: 'A duo is always two different people, on every day. Choose somebody else.',
  },
  NO_TEAM_TO_ASK: {
    status: 409,
    nl: 'In deze gemeente en regio is nu geen team dat deze vraag kan beantwoorden. Kijk in de wegwijzer bij wie u verder terecht kunt.',
    en: 'No team in this municipality and region can answer this now. See the wayfinder for whom else to ask.',
  },
  TEAM_ENDED: {
    status: 409,
    nl: 'Dit team bestaat niet meer. Vraag het aan de opvolger: {successor}.',
    en: 'This team is no more. Ask its successor: {successor}.',
  },
  PARTICIPANT_NOT_FREE: {
    status: 409,
    nl: 'Iemand die u vraagt heeft op dat moment al een bijeenkomst of is er die dag niet: er is niets gepland. Zoek een tijd die allen hebben, of vraag iemand anders.',
    en: 'Somebody you ask has another session at that moment or is not there that day: nothing was planned. Look for a time that all have, or ask somebody else.',
  },
} as const satisfies Record<string, ErrorText>;
