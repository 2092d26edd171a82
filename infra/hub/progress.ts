import cliProgress from 'cli-progress';

/** Shows how far something is: a bar that moves on a terminal, one line a step elsewhere. */
export interface Progress {
  add(rows: number, step: string): void;
  end(): void;
}

export function showProgress(title: string, total: number, output: NodeJS.WriteStream): Progress {
  return output.isTTY ? bar(title, total, output) : lines(title, output);
}

function bar(title: string, total: number, stream: NodeJS.WriteStream): Progress {
  const format = `${title} [{bar}] {value} of {total} rows · {step}`;
  const shown = new cliProgress.SingleBar(
    { format, stream, hideCursor: true, barsize: 30 },
    cliProgress.Presets.shades_classic,
  );
  shown.start(total, 0, { step: '' });
  return {
    add: (rows, step) => shown.increment(rows, { step }),
    end: () => shown.stop(),
  };
}

function lines(title: string, output: NodeJS.WriteStream): Progress {
  let current = '';
  let count = 0;
  const flush = (): void => {
    if (count > 0) output.write(`  ${current}: ${count} rows\n`);
    count = 0;
  };
  output.write(`${title}\n`);
  return {
    add(rows, step) {
      if (step !== current) flush();
      current = step;
      count += rows;
    },
    end: flush,
  };
}
