import { ConfigurationError } from '../../platform/process/environment.js';
import { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../vocabulary/child.js';
import { LadderRung } from '../../vocabulary/ladder.js';
import { isMunicipality, municipalityCodeOf } from '../../vocabulary/places/municipality.js';

/** One word that describes a need: the field of NeedInput that it fills, and how its value is read. */
interface NeedFlag {
  readonly field: string;
  readonly example: string;
  readonly meaning: string;
  /** Throws with the values that may stand there. */
  readonly read: (text: string) => unknown;
}

const windowNames = TimeWindow.codes.join(',');

export const needFlags: Readonly<Record<string, NeedFlag>> = {
  municipality: flag('municipalityCode', 'Lelystad', 'where the child lives, by name or code', municipality),
  'birth-year': flag('birthYear', '2014', 'year of birth of the child', whole(1990, 2100)),
  rungs: flag('rungs', 'AMBULATORY,FOSTER', 'rungs that are sought; without them all', listOf(LadderRung.codes)),
  heaviest: flag('heaviestRung', 'FAMILY_HOME', 'heaviest rung that may be offered', oneOf(LadderRung.codes)),
  near: flag('nearPostcode4', '8232', 'postcode area of the home', asGiven),
  school: flag('schoolPostcode4', '8233', 'postcode area of the school', asGiven),
  'max-km': flag('maxDistanceKm', '20', 'farther offers fall out', whole(0, 1_000)),
  'start-by': flag('startByOn', '2027-01-15', 'day on which help should have begun', asGiven),
  hours: flag('hoursPerWeek', '6', 'hours of help a week', hours),
  windows: flag('timeWindows', 'EVENING,WEEKEND', `when: ${windowNames}`, listOf(TimeWindow.codes)),
  children: flag('childrenTogether', '2', 'children who must be placed together', whole(1, 20)),
  characteristics: flag('characteristics', 'AUTISM', 'of the child and family', listOf(Characteristic.codes)),
  features: flag('placeFeatures', 'OWN_ROOM', 'wished of a place', listOf(PlaceFeature.codes)),
  languages: flag('languages', 'ar,nl', 'of the family', (text) => text.split(',')),
  legal: flag('legalFrameworks', 'VOLUNTARY', 'legal grounds that apply', listOf(LegalFramework.codes)),
  sex: flag('sex', 'FEMALE', 'only where it matters for a place', oneOf(Sex.codes)),
};

/** The need that the given words describe. Throws a ConfigurationError that names the word to mend. */
export function readNeed(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const need: Record<string, unknown> = {};
  for (const [name, { field, example, read }] of Object.entries(needFlags)) {
    const text = values[name];
    if (typeof text === 'string') need[field] = readFlag(name, example, () => read(text));
  }
  return need;
}

function readFlag(name: string, example: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    throw new ConfigurationError(`--${name} must be ${(error as Error).message}, such as ${example}.`);
  }
}

function flag(field: string, example: string, meaning: string, read: NeedFlag['read']): NeedFlag {
  return { field, example, meaning, read };
}

function asGiven(text: string): string {
  return text;
}

function municipality(text: string): string {
  const code = isMunicipality(text) ? text : municipalityCodeOf(text);
  if (code === null) throw new Error('a Dutch municipality');
  return code;
}

function whole(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) throw new Error(`a whole number from ${min} to ${max}`);
    return value;
  };
}

function hours(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value <= 168)) throw new Error('a number of hours a week');
  return value;
}

function oneOf(codes: readonly string[]): (text: string) => string {
  return (text) => {
    const code = text.trim().toUpperCase();
    if (!codes.includes(code)) throw new Error(`one of ${codes.join(', ')}`);
    return code;
  };
}

function listOf(codes: readonly string[]): (text: string) => string[] {
  return (text) => text.split(',').map(oneOf(codes));
}
