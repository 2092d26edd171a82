import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Span,
  type TextMapPropagator,
  type Tracer,
} from '@opentelemetry/api';
import { ConfigurationError, httpUrl, type Environment } from '../process/environment.js';

/** What was asked of this process from elsewhere carries where it belongs as the W3C says. */
export type Carrier = Record<string, string | string[] | undefined>;

/** What a process traces with, and what ends that. */
export interface Tracing {
  readonly tracer: Tracer;
  readonly propagator: TextMapPropagator;
  /** Sends what was not sent yet. */
  shutdown(): Promise<void>;
}

/** That of this process; nothing is traced without one, and tracing costs nothing then. It is nobody else's: libraries do not find it. */
let tracing: Tracing | null = null;

const reader = {
  get: (carrier: Carrier, key: string) => carrier[key],
  keys: (carrier: Carrier) => Object.keys(carrier),
};
const writer = { set: (carrier: Record<string, string>, key: string, value: string) => void (carrier[key] = value) };

/**
 * Sends traces of this process to OTEL_EXPORTER_OTLP_ENDPOINT, of every so manieth request (OTEL_TRACES_SAMPLER_ARG, from 0 to 1);
 * nothing without it. Gives what sends the last and ends it. Throws a ConfigurationError for a setting that is wrong.
 */
export async function openTraces(name: string, environment: Environment): Promise<() => Promise<void>> {
  const endpoint = environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (endpoint === undefined || endpoint === '') return () => Promise.resolve();
  const url = `${httpUrl('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint).href.replace(/\/$/, '')}/v1/traces`;
  const share = ratio(environment);
  // a tenth of what a subgraph loads, which is of use to a traced hub alone: a process that comes back is waited for
  const { traceTo } = await import('./trace-exporter.js');
  const opened = traceTo(url, `thuisbasis-${name}`, share);
  tracing = opened;
  return async () => {
    tracing = null;
    await opened.shutdown();
    context.disable();
  };
}

/** A piece of work that is asked of this process by a client: a trace of its own, with a link to where the client is in its own. */
export function startRoot(name: string, carrier: Carrier): Trail | null {
  if (!tracing) return null;
  const { tracer, propagator } = tracing;
  const theirs = trace.getSpanContext(propagator.extract(ROOT_CONTEXT, carrier, reader));
  const links = theirs ? [{ context: theirs }] : [];
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, links, root: true });
  return { span, within: trace.setSpan(ROOT_CONTEXT, span) };
}

/** A span that was begun, and what is part of it. */
export interface Trail {
  readonly span: Span;
  readonly within: Context;
}

/** Does work as a part of what goes on. Attributes are names of the code: nothing that a caller sent. */
export async function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!tracing || !isTraced()) return work();
  const span = tracing.tracer.startSpan(name, { attributes });
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    // its message may hold what a caller sent
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** Whether what goes on is part of a trace, be it one that was begun in another process. */
function isTraced(): boolean {
  const known = trace.getSpanContext(context.active());
  return known !== undefined && (known.traceFlags & TraceFlags.SAMPLED) !== 0;
}

/** Does what another process of the hub asked for, as a part of what goes on there. */
export function continued<T>(carrier: Carrier, work: () => Promise<T>): Promise<T> {
  return tracing ? context.with(tracing.propagator.extract(ROOT_CONTEXT, carrier, reader), work) : work();
}

/** What goes with a request to another process of the hub, as headers. */
export function trailHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  tracing?.propagator.inject(context.active(), headers, writer);
  return headers;
}

function ratio(environment: Environment): number {
  const value = Number(environment['OTEL_TRACES_SAMPLER_ARG'] || '0.05');
  if (value >= 0 && value <= 1) return value;
  throw new ConfigurationError('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1.');
}
