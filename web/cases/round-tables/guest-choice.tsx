import { useState, type ReactNode } from 'react';
import { tableGuests } from '../../generated/operations.js';
import type { TeamKind } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { useAnswer } from '../../hub/use-hub.js';
import { calendarDay } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { Choices, Pick } from '../../parts/forms/fields.js';
import { guestWords, teamWords } from './guests.js';
import type { TableCase } from './plan-draft.js';

/** The kinds of teams whose people think along about a child. */
const kinds: readonly TeamKind[] = ['RET', 'RET_2_0', 'EXPERT_TEAM', 'ACCELERATION'];

interface GuestsProps {
  readonly found: { readonly municipality: TableCase['municipality'] };
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Who is asked to a round table: a team that works where the child lives, and who of it. Who was chosen stays when another team is looked at. */
export function Guests({ found: { municipality }, chosen, onChange }: GuestsProps): ReactNode {
  const [teamId, setTeam] = useState('');
  const place = municipality ? { municipalityCode: municipality.code } : {};
  const { data, error, isAsking, askAgain } = useAnswer(tableGuests, { filter: { kinds, ...place } });
  const teams = data?.teams?.edges.map(({ node }) => node) ?? [];
  const words = guestWords(teams, teamId, chosen, calendarDay(hubNow()));
  return (
    <>
      <Pick
        label="Uit welk team vraagt u mensen?"
        words={teamWords(teams)}
        empty={isAsking && !data ? 'laadt …' : 'kies een team'}
        value={teamId}
        onChange={setTeam}
      />
      <Failure error={error} onRetry={askAgain} />
      {Object.keys(words).length > 0 && (
        <Choices legend="Wie vraagt u?" words={words} chosen={chosen} onChange={onChange} />
      )}
      <p className="quiet">Wie u vraagt, ziet vanaf nu waar het over gaat, tot de ronde tafel voorbij is.</p>
    </>
  );
}
