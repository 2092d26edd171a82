import { describe, expect, it } from '@jest/globals';
import { createLogger, describeError } from './logger.js';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('test', 'info', { write: (line: string) => lines.push(line) }));
  return lines.join('');
}

describe('a log line', () => {
  it('drops every field that is not on the list', () => {
    const line = logged((logger) =>
      logger.info({ requestId: 'r', variables: { name: 'Jansen' }, caseId: 'c' }, 'done'),
    );
    expect(JSON.parse(line)).toMatchObject({ requestId: 'r', msg: 'done' });
    expect(line).not.toMatch(/Jansen|caseId/);
  });

  it('tells the class and place of an error, never its message', () => {
    const line = logged((logger) => logger.error(describeError(new TypeError('value "Jansen" is wrong')), 'failed'));
    expect(JSON.parse(line)).toMatchObject({ errorName: 'TypeError', msg: 'failed' });
    expect(line).not.toContain('Jansen');
  });

  it('tells no more of a thing that was thrown and is no error', () => {
    expect(describeError('Jansen')).toEqual({ errorName: 'string' });
  });
});
