import type { ReactNode } from 'react';
import { characteristic, ladderRung, legalFramework, placeFeature, sex, timeWindow } from '../generated/words.js';
import { count, day, kilometres } from '../parts/dutch.js';
import type { Case } from './case-page.js';

type Need = NonNullable<Case['need']>;

/** What is not told to a provider. */
type Untold = 'nearPostcode4' | 'maxDistanceKm' | 'contractedOnly';

/** What is sought for a child, as far as the reader is told. */
type SoughtHelp = Omit<Need, Untold> & Partial<Pick<Need, Untold>>;

/** What is sought for a case; what was not asked is not shown. */
export function NeedList({ found: { need, legalFrameworks } }: { readonly found: Case }): ReactNode {
  return (
    <section aria-labelledby="gezocht">
      <h2 className="utrecht-heading-2" id="gezocht">
        Wat gezocht wordt
      </h2>
      {need ? (
        <NeedLines need={need} grounds={legalFrameworks ?? []} />
      ) : (
        <p className="empty">Er is nog niet beschreven wat gezocht wordt.</p>
      )}
    </section>
  );
}

interface NeedLinesProps {
  readonly need: SoughtHelp;
  readonly grounds: NonNullable<Case['legalFrameworks']>;
}

/** The same without a heading. */
export function NeedLines({ need, grounds }: NeedLinesProps): ReactNode {
  return (
    <dl className="list">
      {lines(need, grounds).map(([word, text]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function lines(need: SoughtHelp, grounds: NeedLinesProps['grounds']): (readonly [word: string, text: string])[] {
  const all: readonly (readonly [string, string | null])[] = [
    ['Spoed', need.isCrisis ? 'crisis' : null],
    ['Hulp', words(need.rungs, ladderRung)],
    ['Hoogstens', need.heaviestRung && ladderRung[need.heaviestRung]],
    ['Uiterlijk', need.startByOn && day(need.startByOn)],
    ['Hoe lang', need.durationWeeks === null ? null : count(need.durationWeeks, 'week', 'weken')],
    ['Uren per week', need.hoursPerWeek === null ? null : need.hoursPerWeek.toLocaleString('nl-NL')],
    ['Wanneer', words(need.timeWindows, timeWindow)],
    ['Kinderen samen', need.childrenTogether > 1 ? String(need.childrenTogether) : null],
    ['Kind en gezin', words(need.characteristics, characteristic)],
    ['Wensen', words(need.placeFeatures, placeFeature)],
    ['Alleen voor', need.sex && sex[need.sex]],
    ['Talen', need.languages.join(', ') || null],
    ['Rond postcode', need.nearPostcode4 ?? null],
    ['Hoogstens ver', need.maxDistanceKm == null ? null : kilometres(need.maxDistanceKm)],
    ['Contract', need.contractedOnly ? 'alleen met contract' : null],
    ['Grond', words(grounds, legalFramework)],
  ];
  return all.filter((line): line is readonly [string, string] => line[1] !== null);
}

function words<Code extends string>(codes: readonly Code[], dutch: Readonly<Record<Code, string>>): string | null {
  return codes.length === 0 ? null : codes.map((code) => dutch[code]).join(', ');
}
