import { createLog, describeError } from './log';

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
};

describe('the log', () => {
  it('writes one line of JSON however many lines the text has', () => {
    const line = written((log) => log.info({ requestId: 'r\n{"level":"error"}' }, 'a\nb\u001b[31m'));
    expect(line.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'a\nb\u001b[31m' });
  });

  it('leaves statement and values of a database error out', () => {
    // given
    const error = Object.assign(new Error("Duplicate entry '张三 110101199001011234'"), { query: 'INSERT', parameters: ['张三'] });
    // when
    const line = written((log) => log.error({ err: error }, 'request failed'));
    // then
    expect(line).not.toMatch(/张三|110101/);
    expect(JSON.parse(line).err).toMatchObject({ type: 'Error', stack: expect.stringContaining('at ') });
  });

  it('follows the causes of an error', () => {
    const error = new Error('outer', { cause: new TypeError('inner') });
    expect(describeError(error)).toMatchObject({ type: 'Error', cause: { type: 'TypeError' } });
  });

  it('survives what is no error', () => {
    expect(describeError(undefined)).toEqual({ type: 'undefined', stack: '' });
  });
});
