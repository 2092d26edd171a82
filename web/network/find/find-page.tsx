import { useEffect, useRef, useState, type ReactNode } from 'react';
import { seekProfessionals, type ProfessionalSearchInput } from '../../generated/operations.js';
import { useAnswer } from '../../hub/use-hub.js';
import { goTo, placeOf, useRoute } from '../../page/route.js';
import { focusOn } from '../../parts/forms/focus.js';
import { isNarrow } from '../../parts/narrow.js';
import { Title } from '../../parts/title.js';
import { Matches, matchesId } from './matches.js';
import { SeekForm } from './seek-form.js';
import { fromAddress, toAddress, toSearch, type SeekDraft } from './seek.js';
import { Teams } from './teams.js';

const nothing: ProfessionalSearchInput = { municipalityCode: '' };
const atOnce = 10;
/** More the hub does not give of one search. */
const most = 50;

/** Who can help somewhere: professionals who fit, best first, and the teams that work there. The address bar holds the search. */
export function FindPage(): ReactNode {
  const { query, key } = useRoute();
  const address = query.toString();
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) focusOn(matchesId);
    isFirst.current = false;
  }, [address, key]);
  return <Find key={`${address} ${key}`} sought={fromAddress(query)} isAsked={address !== ''} />;
}

function Find({ sought, isAsked }: { readonly sought: SeekDraft; readonly isAsked: boolean }): ReactNode {
  const [draft, setDraft] = useState(sought);
  const [first, setFirst] = useState(atOnce);
  const read = isAsked ? toSearch(sought) : { faults: {} };
  const search = 'search' in read ? read.search : null;
  const asked = useAnswer(seekProfessionals, { search: search ?? nothing, first }, { isPaused: search === null });
  const seek = (wanted: SeekDraft): void => goTo(placeOf(['netwerk'], toAddress(wanted)));
  return (
    <div className="search">
      <div className="search__form">
        <Title>Wie kan helpen</Title>
        <details open={!(isAsked && isNarrow())}>
          <summary>Verander wie u zoekt</summary>
          <SeekForm draft={draft} onChange={setDraft} onSeek={seek} />
        </details>
      </div>
      <div className="search__results">
        {search === null ? (
          <p className="empty">
            Vul een gemeente in. U krijgt wie daar werkt en kan helpen, en de teams. Een typefout in de woorden is geen
            probleem.
          </p>
        ) : (
          <>
            <Matches
              asked={asked}
              hasMore={first < most && asked.data?.searchProfessionals?.length === first}
              onMore={() => setFirst(Math.min(first + atOnce, most))}
            />
            <Teams municipalityCode={search.municipalityCode} />
          </>
        )}
      </div>
    </div>
  );
}
