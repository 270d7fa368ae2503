import { cloudEventOf, isWanted, judgeUrl, mustStop, pauseAfter } from './webhook.rules';

const strict = { allowHttp: false, allowHosts: [] };

describe('the address of a webhook', () => {
  it.each(['https://hooks.example.org/x', 'https://hooks.example.org:8443/', 'https://8.8.8.8/'])('accepts %s', (url) =>
    expect(judgeUrl(url, strict)).toBeUndefined(),
  );

  it.each([
    ['not an address', 'unreadable'],
    ['http://hooks.example.org/', 'protocol'],
    ['ftp://hooks.example.org/', 'protocol'],
    ['file:///etc/passwd', 'protocol'],
    ['https://user:word@hooks.example.org/', 'credentials'],
    ['https://localhost/', 'closed'],
    ['https://LOCALHOST./', 'closed'],
    ['https://a.localhost/', 'closed'],
    ['https://server/', 'closed'],
    ['https://metadata.google.internal/', 'closed'],
    ['https://127.0.0.1/', 'closed'],
    ['https://0177.0.0.1/', 'closed'],
    ['https://0x7f000001/', 'closed'],
    ['https://2130706433/', 'closed'],
    ['https://127.1/', 'closed'],
    ['https://[::1]/', 'closed'],
    ['https://[::ffff:127.0.0.1]/', 'closed'],
    ['https://169.254.169.254/latest/meta-data', 'closed'],
  ])('refuses %s: %s', (url, refusal) => expect(judgeUrl(url, strict)).toBe(refusal));

  it('accepts what the operators allow, and only that', () => {
    // given
    const policy = { allowHttp: true, allowHosts: ['127.0.0.1', 'archive.lan'] };
    // when
    const verdicts = ['http://127.0.0.1:9000/', 'http://archive.lan/', 'http://127.0.0.2/', 'http://other.lan/'].map((url) =>
      judgeUrl(url, policy),
    );
    // then
    expect(verdicts).toEqual([undefined, undefined, 'closed', 'closed']);
  });
});

describe('what leaves the bureau', () => {
  it('is ids only: no names, no case data, no reasons', () => {
    // given
    const event = {
      name: 'engine.taskCompleted',
      instanceId: 'case-1',
      payload: {
        taskId: 't',
        nodeId: 'review',
        nodeName: '法制审核',
        output: { party: '张某' },
        personIds: ['li'],
        outcome: 'PASS',
        status: 'DONE',
      },
      reason: '事实清楚',
    };
    // when
    const cloud = cloudEventOf(event, { id: 'e', source: 'https://fashen.example', at: new Date('2026-03-02T01:00:00Z'), actorId: 'bing' });
    // then
    expect(cloud).toEqual({
      specversion: '1.0',
      id: 'e',
      source: 'https://fashen.example',
      type: 'cn.fashen.engine.taskCompleted',
      subject: 'case-1',
      time: '2026-03-02T01:00:00.000Z',
      datacontenttype: 'application/json',
      data: { taskId: 't', nodeId: 'review', personIds: ['li'], status: 'DONE', actorId: 'bing', instanceId: 'case-1' },
    });
  });

  it('is chosen by name, by prefix or as a whole', () => {
    expect(isWanted(['engine.instanceEnded'], 'engine.instanceEnded')).toBe(true);
    expect(isWanted(['engine.task*'], 'engine.taskCreated')).toBe(true);
    expect(isWanted(['*'], 'record.sealed')).toBe(true);
    expect(isWanted(['engine.task*', 'form.submitted'], 'engine.instanceEnded')).toBe(false);
  });
});

describe('failing webhooks', () => {
  it('are tried again after growing pauses, and at some time not any more', () => {
    expect([1, 2, 3, 8, 9].map(pauseAfter)).toEqual([5_000, 60_000, 300_000, 50_400_000, undefined]);
  });

  it('are stopped after days without a single success', () => {
    // given
    const now = new Date('2026-03-05T09:00:00Z');
    // then
    expect(mustStop(new Date('2026-03-02T09:00:00Z'), now, 3)).toBe(true);
    expect(mustStop(new Date('2026-03-02T09:00:01Z'), now, 3)).toBe(false);
    expect(mustStop(undefined, now, 3)).toBe(false);
  });
});
