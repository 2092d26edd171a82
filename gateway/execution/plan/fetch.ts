import type { GraphQLDataSource } from '@apollo/gateway';
import type { FetchNode } from '@apollo/query-planner';
import { isRow, type Path, type Row } from '../rows.js';
import { gather, type Batch } from './batch.js';
import { toErrors, type Places } from './fetch-errors.js';
import { merge } from './merge.js';
import { compileRequires } from './representation.js';
import { compileRewrites, type Rewrite } from './rewrites.js';
import { requestTexts, variablesOf, type RequestTexts } from './request-text.js';
import type { FetchOptions, Run, Step } from './run.js';
import { placesBelow } from './targets.js';
import type { TypesWithin } from './type-sets.js';

/** What is known of a fetch before any request. */
interface Fetch {
  readonly node: FetchNode;
  /** Where its objects stand in the whole answer. */
  readonly path: Path;
  readonly texts: RequestTexts;
  readonly rewriteOutput: Rewrite | null;
}

/** What @apollo/gateway calls a fetch of a plan; it does not export the name. */
const incomingOperation: unknown = 'incoming operation';

type IncomingKind = Extract<FetchOptions, { incomingRequestContext: unknown }>['kind'];

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Compiles a fetch: what it asks is ready as text, and what comes back is merged into the objects it was asked for. */
export function compileFetch(node: FetchNode, path: Path, within: TypesWithin): Step {
  const { requires, inputRewrites, outputRewrites } = node;
  const rewriteOutput = outputRewrites ? compileRewrites(outputRewrites, within) : null;
  const fetch = { node, path, texts: requestTexts(node), rewriteOutput };
  if (!requires) return orError(node, (run, objects) => fetchRoot(fetch, run, objects));
  const rules = {
    represent: compileRequires(requires, within),
    rewriteInput: inputRewrites ? compileRewrites(inputRewrites, within) : null,
    isChangedByType: rewriteOutput !== null,
  };
  return orError(node, (run, objects) => fetchEntities(fetch, run, gather(objects, rules)));
}

function orError({ serviceName }: FetchNode, work: (run: Run, objects: readonly Row[]) => Promise<void>): Step {
  return async (run, objects) => {
    if (objects.length === 0) return;
    try {
      if (!run.sources[serviceName]) throw new Error(`Couldn't find service with name "${serviceName}"`);
      await work(run, objects);
    } catch (error) {
      run.errors.push(error);
    }
  };
}

async function fetchRoot(fetch: Fetch, run: Run, objects: readonly Row[]): Promise<void> {
  const variables = variablesOf(fetch.node, run.request);
  const data = await send(fetch, run, variables, fetch.texts.body(variables), () => [placesOfAll(fetch, run, objects)]);
  if (!isRow(data)) return;
  fetch.rewriteOutput?.(data);
  for (const object of objects) merge(object, data);
}

async function fetchEntities(fetch: Fetch, run: Run, batch: Batch): Promise<void> {
  const { representations, texts, targets } = batch;
  if (representations.length === 0) return;
  const variables = variablesOf(fetch.node, run.request);
  const body = fetch.texts.body(variables, texts);
  const places = (): Places => placesOfEach(fetch, run, batch);
  const data = await send(fetch, run, { ...variables, representations }, body, places);
  if (!data) return;
  const entities = entitiesIn(data, representations.length);
  entities.forEach((entity, index) => {
    if (isRow(entity)) receive(fetch, entity, targets[index] ?? []);
  });
}

/** Gives the entities of an answer. Throws when there are not as many as were asked for: nobody could tell which is which. */
function entitiesIn(data: Row, count: number): unknown[] {
  const entities = data['_entities'];
  if (!Array.isArray(entities)) throw new Error(`Expected "data._entities" in response to be an array`);
  if (entities.length !== count) throw new Error(`Expected "data._entities" to contain ${count} elements`);
  return entities;
}

function receive({ rewriteOutput }: Fetch, entity: Row, targets: readonly Row[]): void {
  // who does not say what an entity is leaves it what it was
  if (!entity['__typename']) entity['__typename'] = rewriteOutput ? targets[0]?.['__typename'] : undefined;
  rewriteOutput?.(entity);
  for (const target of targets) merge(target, entity);
}

async function send(
  { node, path, texts }: Fetch,
  { request, sources, errors }: Run,
  variables: Row,
  body: string,
  places: () => Places,
): Promise<Answer['data']> {
  const options: FetchOptions = {
    kind: incomingOperation as IncomingKind,
    request: { query: node.operation, variables, ...texts.named },
    incomingRequestContext: request,
    context: request.context,
    ...(node.operationDocumentNode && { document: node.operationDocumentNode }),
    pathInIncomingRequest: [...path],
    compiled: { body, places },
  };
  const answer = await sources[node.serviceName]?.process(options);
  if (answer?.errors) errors.push(...toErrors(answer.errors, node.serviceName, node.requires !== undefined, places));
  return answer?.data;
}

function placesOfAll({ path }: Fetch, { root }: Run, objects: readonly Row[]): readonly Path[] {
  const places = placesBelow(root, path);
  return [...new Set(objects)].flatMap((object) => places.get(object) ?? []);
}

function placesOfEach({ path }: Fetch, { root }: Run, { targets }: Batch): Places {
  const places = placesBelow(root, path);
  return targets.map((objects) => [...new Set(objects)].flatMap((object) => places.get(object) ?? []));
}
