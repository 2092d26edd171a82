import cliProgress from 'cli-progress';

/** Shows how far the sending of a file is. */
export interface ImportProgress {
  bytes(sent: number, total: number): void;
  rows(done: number): void;
  end(): void;
}

const everyRows = 5_000;

/** A bar that moves on a terminal; a line now and then elsewhere. */
export function importProgress(stream: NodeJS.WriteStream): ImportProgress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): ImportProgress {
  const format = '[{bar}] {percentage}% · {rows} regels';
  const shown = new cliProgress.SingleBar(
    { format, stream, hideCursor: true, barsize: 30, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  shown.start(1, 0, { rows: 0 });
  return {
    bytes(sent, total) {
      shown.setTotal(Math.max(total, 1));
      shown.update(sent);
    },
    rows: (done) => shown.update({ rows: done }),
    end: () => shown.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ImportProgress {
  let told = 0;
  return {
    bytes: () => undefined,
    rows(done) {
      if (done - told < everyRows) return;
      told = done;
      stream.write(`  ${done} regels\n`);
    },
    end: () => undefined,
  };
}
