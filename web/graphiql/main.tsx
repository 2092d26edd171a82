import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { createRoot } from 'react-dom/client';
import { hubAddress } from '../hub/place.js';
import { examples } from './examples.js';
import { trustOwnParts } from './trusted.js';
import { provideWorkers } from './workers.js';

/** Asks as whoever is signed in, or as the token under Headers says. */
async function ask(question: object, { headers = {} }: { readonly headers?: Record<string, string> } = {}) {
  const response = await fetch(hubAddress('graphql'), {
    method: 'POST',
    headers: { 'accept-language': 'en', ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(question),
  });
  return (await response.json()) as object;
}

/** The schema with its descriptions, from the hub: no question is needed for it, and it is there where introspection is off. */
async function readSchema(): Promise<GraphQLSchema> {
  const response = await fetch(hubAddress('graphiql/schema.graphql'));
  if (!response.ok) throw new Error(`the hub gives no schema: ${response.status}`);
  return buildSchema(await response.text(), { assumeValidSDL: true });
}

const place = document.getElementById('graphiql');
trustOwnParts();
provideWorkers();
const schema = await readSchema();
// questions go with the tab: a shared computer keeps none
const editor = (
  <GraphiQL
    fetcher={ask as never}
    schema={schema}
    storage={sessionStorage}
    defaultTheme="light"
    defaultTabs={examples.map((query) => ({ query }))}
    shouldPersistHeaders={false}
  />
);
if (place) createRoot(place).render(editor);
