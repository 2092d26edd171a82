import { Readable } from 'node:stream';
import { databaseFault } from '../../database/database-faults.js';
import { HubError, type Language } from '../../errors/errors.js';
import type { Caller } from '../../identity/caller.js';
import { ownOrganisation } from '../../identity/own-organisation.js';
import type { Road, RoadRequest } from '../../subgraph/roads/road.js';
import type { FileRow, TakenRow } from '../file-row.js';
import { openImport, type FileKind, type ImportFile } from '../read-rows.js';
import { count, errorLine, line, noRows, rowLines, type ImportCounts, type RowReport } from './answer-lines.js';
import { readTerms, type ImportTerms } from './import-terms.js';
import { again, takeFile, type Intake } from './take-file.js';

/** Watches the rows that were taken, and says at the end what its sender should look at. */
export interface RowWatch<T> {
  watch(rows: readonly T[]): void;
  /** Notices, with what each is about. */
  notices(language: Language): readonly HubError[];
}

/** A road along which files of one kind are taken in. */
export interface FileRoad<C extends string, R extends FileRow<unknown>, T extends TakenRow> extends Pick<
  Road,
  'roles' | 'scope'
> {
  readonly kind: FileKind<C, R>;
  readonly report: RowReport<T>;
  /** Begins the intake of one file; its signal ends it. */
  readonly intakeOf: (caller: Caller, signal: AbortSignal) => Promise<Intake<R, T>>;
  readonly watch: () => RowWatch<T>;
}

/**
 * A file of CSV, XLSX or JSON lines. What cannot be read at all is refused; otherwise the answer is lines of JSON: rows that were not taken,
 * how far it is, and a summary as the last one.
 */
export function fileRoad<C extends string, R extends FileRow<unknown>, T extends TakenRow>(
  road: FileRoad<C, R, T>,
): Road {
  const { roles, scope, kind } = road;
  return {
    ...{ roles, scope },
    async travel(request) {
      ownOrganisation(request.caller);
      const terms = readTerms(request);
      const file = await openImport(kind, request);
      const lines = answerLines(road, file, terms, request);
      return { status: 200, mediaType: 'application/x-ndjson', body: Readable.from(lines) };
    },
  };
}

async function* answerLines<C extends string, R extends FileRow<unknown>, T extends TakenRow>(
  road: FileRoad<C, R, T>,
  file: ImportFile<R>,
  terms: ImportTerms,
  request: RoadRequest,
): AsyncGenerator<string> {
  const { report } = road;
  const { language } = request.caller;
  const { isRehearsal, isAtomic } = terms;
  const state: State<T> = { counts: noRows(report), watch: road.watch(), isReplay: false };
  let isComplete = true;
  yield openingLines(road.report, file, terms, language);
  try {
    yield* takenLines(road, file, terms, request, state);
  } catch (error) {
    isComplete = false;
    yield errorLine(report.advice, 'error', reasonOf(error, request.report), language);
  }
  count(report, state.counts, [], file.passedOver());
  const notices = state.watch.notices(language).map((notice) => errorLine(report.advice, 'notice', notice, language));
  const { counts, isReplay } = state;
  yield notices.join('') + line('summary', { ...counts, isComplete, isReplay, isRehearsal, isAtomic });
}

interface State<T> {
  readonly counts: ImportCounts;
  readonly watch: RowWatch<T>;
  isReplay: boolean;
}

async function* takenLines<C extends string, R extends FileRow<unknown>, T extends TakenRow>(
  { report, intakeOf }: FileRoad<C, R, T>,
  file: ImportFile<R>,
  terms: ImportTerms,
  { caller, signal }: RoadRequest,
  state: State<T>,
): AsyncGenerator<string> {
  const intake = await again(() => intakeOf(caller, signal), signal);
  const { language } = caller;
  for await (const taken of takeFile(intake, file.rows, terms, signal)) {
    count(report, state.counts, taken.rows, file.passedOver());
    state.watch.watch(taken.rows);
    state.isReplay ||= taken.isReplay;
    const told = taken.rows.map((row) => rowLines(report, row, file, { isRehearsal: terms.isRehearsal, language }));
    yield told.join('') + line('progress', state.counts);
  }
}

function openingLines<T extends TakenRow>(
  { advice }: RowReport<T>,
  { format, notice }: ImportFile<unknown>,
  { isRehearsal, isAtomic }: ImportTerms,
  language: Language,
): string {
  const start = line('start', { format, isRehearsal, isAtomic });
  return notice ? start + errorLine(advice, 'notice', notice, language) : start;
}

/** What broke off an import, as its sender may know it; any other error is the hub's own and goes on to its log. */
function reasonOf(error: unknown, report: RoadRequest['report']): HubError {
  if (error instanceof HubError) return error;
  const code = databaseFault(error);
  if (!code) throw error;
  report(error);
  return new HubError(code);
}
