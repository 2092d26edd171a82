import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { isUncertain } from '../../hub/intention.js';
import { Notice } from './notice.js';

const partWords: Readonly<Record<string, string>> = {
  cases: 'casussen en wat er gezocht wordt',
  capacity: 'aanbod en wat er vrij is',
  people: 'namen en telefoonnummers van organisaties',
};

/**
 * What went wrong with an answer, in the words of the hub; of a part that is away, what is missing because of that. Of a step, that nobody can
 * tell whether it was taken where that is so.
 */
export function Failure({
  error,
  isStep = false,
  onRetry,
}: {
  readonly error: CombinedError | undefined;
  readonly isStep?: boolean;
  readonly onRetry?: () => void;
}): ReactNode {
  if (!error) return null;
  if (isStep && isUncertain(error)) return <Uncertain />;
  const missing = missingParts(error);
  return (
    <Notice kind={missing.length > 0 ? 'warning' : 'error'} isAlert>
      {missing.length > 0 ? (
        <p>
          <strong>Niet alles is er.</strong> Nu niet bereikbaar: {missing.join(' en ')}. Wat hier staat, klopt.
        </p>
      ) : null}
      {messagesOf(error).map((message) => (
        <p key={message}>{message}</p>
      ))}
      {onRetry && (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onRetry}>
          Probeer opnieuw
        </button>
      )}
    </Notice>
  );
}

function Uncertain(): ReactNode {
  return (
    <Notice kind="warning" isAlert>
      <p>
        <strong>Het is niet zeker of dit gelukt is.</strong> Doe het nog een keer: dan gebeurt het niet dubbel. Of kijk
        eerst of het al gebeurd is.
      </p>
    </Notice>
  );
}

/** Where the words of the hub are for systems, those for people. */
const plainWords: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Log eerst opnieuw in, en probeer het dan nog een keer.',
  VERSION_CONFLICT: 'Dit is intussen gewijzigd. Hier staat nu hoe het is.',
  STATE_CONFLICT: 'Dit kan niet meer: er is intussen iets veranderd. Hier staat nu hoe het is.',
  FIGURE_STALE: 'Het cijfer is intussen oud. Bel eerst, en vul in met wie u belde.',
};

/** The parts of the hub that did not answer, in words. */
function missingParts({ graphQLErrors }: CombinedError): string[] {
  const names = graphQLErrors
    .map(({ extensions }) => extensions['subgraph'])
    .filter((name) => typeof name === 'string');
  return [...new Set(names)].map((name) => partWords[name] ?? name);
}

/** Each message once, but that a part is away. Without an answer of the hub: that it cannot be reached. */
export function messagesOf(error: CombinedError): string[] {
  const { graphQLErrors } = error;
  if (graphQLErrors.length === 0)
    return ['Thuisbasis is niet bereikbaar. Kijk of u verbinding hebt en probeer het opnieuw.'];
  const others = graphQLErrors.filter(({ extensions }) => typeof extensions['subgraph'] !== 'string');
  return [...new Set(others.map(({ message, extensions }) => plainWords[String(extensions['code'])] ?? message))];
}
