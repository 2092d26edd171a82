import type { ReactNode } from 'react';
import { ladderRung, placeFeature, timeWindow } from '../generated/words.js';
import { capital } from '../parts/dutch.js';
import { Phone } from '../parts/phone.js';
import { ageText, distanceText, freeText, fromWhenText } from './facts.js';
import type { Option, Options } from './options.js';

interface Row {
  readonly word: string;
  readonly cell: (option: Option, evaluatedAt: string) => ReactNode;
}

const rows: readonly Row[] = [
  { word: 'Organisatie', cell: ({ node }) => node.organisation?.name ?? 'nu niet bekend' },
  { word: 'Hulp', cell: ({ node }) => capital(ladderRung[node.rung]) },
  { word: 'Gemeente', cell: ({ node }) => node.municipality?.name ?? 'geheim' },
  { word: 'Vrij', cell: ({ node }) => freeText(node) },
  { word: 'Vanaf', cell: ({ node }) => fromWhenText(node) },
  { word: 'Afstand', cell: (option) => distanceText(option) },
  { word: 'Cijfer', cell: ({ node }, at) => ageText(node, at) },
  { word: 'Leeftijd', cell: ({ node }) => `${node.ageMin} tot en met ${node.ageMax} jaar` },
  { word: 'Kinderen samen', cell: ({ node }) => node.childrenTogether },
  { word: 'Wanneer', cell: ({ node }) => wordsOf(node.timeWindows, timeWindow) },
  { word: 'De plek', cell: ({ node }) => wordsOf(node.placeFeatures, placeFeature) },
  {
    word: 'Telefoon',
    cell: ({ node }) => <Phone number={node.organisation?.contact?.phone} of={node.organisation?.name ?? node.title} />,
  },
];

interface CompareProps {
  readonly options: Options;
  readonly ids: readonly string[];
  readonly onClear: () => void;
}

/** Two or three options side by side. */
export function Compare({ options: { edges, evaluatedAt }, ids, onClear }: CompareProps): ReactNode {
  const chosen = edges.filter(({ node }) => ids.includes(node.id));
  if (chosen.length === 0) return null;
  if (chosen.length === 1) return <p className="told">Kies nog een optie om te vergelijken, hoogstens drie.</p>;
  return (
    <section className="compare" aria-labelledby="vergelijken">
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="vergelijken">
        <table className="utrecht-table">
          <caption id="vergelijken">Vergelijken</caption>
          <thead>
            <tr>
              <td />
              {chosen.map(({ node, rank }) => (
                <th key={node.id} scope="col">
                  {rank}. {node.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ word, cell }) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                {chosen.map((option) => (
                  <td key={option.node.id}>{cell(option, evaluatedAt)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="utrecht-button utrecht-button--subtle screen-only" onClick={onClear}>
        Stop met vergelijken
      </button>
    </section>
  );
}

function wordsOf<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>): string {
  return codes.length === 0 ? '–' : codes.map((code) => words[code]).join(', ');
}
