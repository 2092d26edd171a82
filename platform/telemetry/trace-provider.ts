import type { ContextManager } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';

export interface TraceTarget {
  /** What the process is called where traces are looked at. */
  readonly service: string;
  /** Where traces are sent, over OTLP. */
  readonly url: string;
  /** Of every so manieth request, from 0 to 1. */
  readonly ratio: number;
}

/** Gives tracers whose spans are sent in batches. */
export function tracerProvider({ service, url, ratio }: TraceTarget): NodeTracerProvider {
  return new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
}

/** What keeps in mind of which trace the work at hand is a part. */
export function contextManager(): ContextManager {
  return new AsyncLocalStorageContextManager().enable();
}
