import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postTo, type Resolve } from './webhook-client';

describe('posting to the outside', () => {
  let server: Server;
  let calls: number;
  let answer: string;

  const urlOf = (host: string): string => `http://${host}:${(server.address() as AddressInfo).port}/`;
  const post = (host: string, resolve: Resolve, allowHosts: readonly string[] = []) =>
    postTo({ url: urlOf(host), body: '{}', headers: {} }, { allowHttp: true, allowHosts }, resolve);
  const leadsTo =
    (...addresses: string[]): Resolve =>
    () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

  beforeEach(async () => {
    [calls, answer] = [0, 'ok'];
    server = createServer((_request, response) => {
      calls += 1;
      response.end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('reaches a host inside that the settings allow', async () => {
    expect(await post('archive.example', leadsTo('127.0.0.1'), ['archive.example'])).toEqual({ status: 200 });
    expect(calls).toBe(1);
  });

  it('does not connect to a public name that leads inside', async () => {
    expect(await post('hooks.example', leadsTo('127.0.0.1'))).toEqual({ problem: 'address' });
    expect(await post('hooks.example', leadsTo('8.8.8.8', '127.0.0.1'))).toEqual({ problem: 'address' });
    expect(await post('hooks.example', leadsTo('::ffff:127.0.0.1'))).toEqual({ problem: 'address' });
    expect(calls).toBe(0);
  });

  it('judges the answer it connects with, when a name leads outside first and inside later', async () => {
    // given
    const answers = ['8.8.8.8', '127.0.0.1'];
    const asked: string[] = [];
    const rebinding: Resolve = (name) => {
      const address = answers[asked.push(name) - 1] ?? '127.0.0.1';
      return Promise.resolve([{ address, family: 4 }]);
    };
    await rebinding('hooks.example');
    // when
    const attempt = await post('hooks.example', rebinding);
    // then
    expect(attempt).toEqual({ problem: 'address' });
    expect(asked).toHaveLength(2);
    expect(calls).toBe(0);
  });

  it('does not connect to an address inside, however it is written', async () => {
    for (const host of ['127.0.0.1', '0177.0.0.1', '0x7f.1', '2130706433', 'localhost'])
      expect(await post(host, leadsTo('127.0.0.1'))).toEqual({ problem: 'address' });
    expect(calls).toBe(0);
  });

  it('stops reading an answer that is too long', async () => {
    answer = 'x'.repeat(70_000);
    expect(await post('archive.example', leadsTo('127.0.0.1'), ['archive.example'])).toEqual({ problem: 'answerTooLong' });
  });

  it('tells when a name leads nowhere', async () => {
    expect(await post('hooks.example', () => Promise.reject(new Error('ENOTFOUND')))).toEqual({ problem: 'connection' });
  });
});
