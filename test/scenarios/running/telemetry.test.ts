import { once } from 'node:events';
import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly links?: readonly { readonly traceId: string }[];
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly value: { readonly stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const clientTrace = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${clientTrace}-00f067aa0ba902b7-01`;
const secretText = 'Vlinderstraat 7';

/** As many as the hub has processes. */
const portCount = 6;

/** The first of so many free ports in a row: below those that the system gives out to who asks for any. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 30_000);
    const free = await Promise.all(Array.from({ length: portCount }, (_, part) => isFree(first + part)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createProbe();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
    await once(probe.close(), 'close');
    return true;
  } catch {
    return false;
  }
}

describe('a hub that is watched', () => {
  const received: string[] = [];
  let collector: Server;
  let port: number;
  let hub: TestHub;
  let caseId: string;
  let metrics: string[];

  beforeAll(async () => {
    collector = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (part: string) => (body += part));
      request.on('end', () => {
        received.push(body);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await once(collector.listen(0, '127.0.0.1'), 'listening');
    port = await freePorts();
    hub = await startTestHub({
      form: 'processes',
      environment: {
        METRICS_PORT: String(port),
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
        OTEL_TRACES_SAMPLER_ARG: '1',
      },
    });
    caseId = await caseIdOf(hub, 'FL-26-0042');
    const authorization = `Bearer ${await hub.token(broker)}`;
    const headers = { authorization, traceparent, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: committedDocument('find-options'), variables: { caseId, first: 10 } });
    const answer = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.json()).toHaveProperty('data.case.number', 'FL-26-0042');
    await hub.query(
      `query ($number: String!) { cases(filter: { number: $number }) { edges { node { id } } } }`,
      { number: secretText },
      broker,
    );
    await hub.query('{ __typename }');
    metrics = await Promise.all([0, 1, 2, 3].map((part) => read(`http://127.0.0.1:${port + part}/metrics`)));
    await hub.close();
  });

  afterAll(async () => {
    collector.closeAllConnections();
    await once(collector.close(), 'close');
  });

  async function read(url: string): Promise<string> {
    const response = await fetch(url);
    return response.text();
  }

  const spans = (): (Span & { readonly service: string })[] =>
    received.flatMap((text) =>
      (JSON.parse(text) as Sent).resourceSpans.flatMap(({ resource, scopeSpans }) =>
        scopeSpans.flatMap((scope) =>
          scope.spans.map((span) => ({ ...span, service: resource.attributes[0]?.value.stringValue ?? '' })),
        ),
      ),
    );

  it('counts its requests, its errors and how long subgraphs and PostgreSQL took', () => {
    const [gateway = '', cases = ''] = metrics;
    expect(gateway).toMatch(
      /thuisbasis_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/,
    );
    expect(gateway).toMatch(/thuisbasis_operation_seconds_count\{operation="FindOptions",outcome="whole"\} 1/);
    expect(gateway).toMatch(/thuisbasis_subgraph_request_seconds_count\{subgraph="people",outcome="answered"\} [1-9]/);
    expect(gateway).toMatch(/thuisbasis_executions\{way="compiled"\} [1-9]/);
    expect(gateway).toContain('thuisbasis_subgraph_circuit_open{subgraph="cases"} 0');
    expect(cases).toMatch(/thuisbasis_database_statement_seconds_count\{pool="thuisbasis-cases"\} [1-9]/);
    expect(cases).toMatch(/thuisbasis_database_connections\{pool="thuisbasis-cases",state="waiting"\} 0/);
    expect(cases).toMatch(/thuisbasis_background_success_age_seconds\{part="cases",task="relay"\} [0-9]/);
    for (const text of metrics) expect(text).toContain('thuisbasis_nodejs_eventloop_lag_seconds');
  });

  it('follows one question through the gateway, three subgraphs and their statements', () => {
    const root = spans().find(({ links }) => links?.some(({ traceId }) => traceId === clientTrace));
    expect(root).toMatchObject({ name: 'POST /graphql', service: 'thuisbasis-gateway' });
    // whoever asks does not decide what is traced: the trace is the hub's own
    expect(root?.traceId).not.toBe(clientTrace);
    const own = spans().filter(({ traceId }) => traceId === root?.traceId);
    const parentOf = (span: Span): Span | undefined => own.find(({ spanId }) => spanId === span.parentSpanId);
    const named = (name: string) => own.filter((span) => span.name === name);
    expect(new Set(named('answer').map(({ service }) => service))).toEqual(
      new Set(['thuisbasis-cases', 'thuisbasis-capacity', 'thuisbasis-people']),
    );
    for (const span of named('sql'))
      expect(parentOf(span)).toMatchObject({ name: span.service === root?.service ? root.name : 'answer' });
    for (const span of named('answer')) expect(parentOf(span)?.name).toBe('fetch');
    for (const span of named('fetch')) expect(parentOf(span)).toEqual(root);
    expect(named('sql').length).toBeGreaterThan(3);
  });

  it('tells nobody who it was about, who asked, or what was asked', () => {
    const told = [...received, ...metrics].join('\n');
    for (const word of [caseId, 'FL-26-0042', secretText, 'select', 'Bearer', 'query '])
      expect(told).not.toContain(word);
  });
});

describe('a hub that nobody watches', () => {
  it('shows its metrics nowhere', async () => {
    const hub = await startTestHub();
    const response = await fetch(`${hub.url}/metrics`);
    expect(response.status).toBe(404);
    await hub.close();
  });
});
