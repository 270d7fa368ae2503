import { join } from 'node:path';
import { BundledCalendars } from '../src/boot/bundled-calendars';
import { BundledProcesses } from '../src/boot/bundled-processes';
import { FirstStartService } from '../src/boot/first-start';
import { startTestApp, type TestApp } from './test-app';

const PROCESSES = join(__dirname, '../../../processes');

describe('the first start', () => {
  let server: TestApp;

  afterEach(() => server.drop());

  it('publishes every process that comes with the product, with forms, rules and figures', async () => {
    // given
    server = await startTestApp();
    // when
    const outcome = await server.app.get(BundledProcesses).publishMissing(PROCESSES);
    // then
    expect(outcome.refused).toEqual([]);
    const ren = await server.signIn('ren');
    const processes = await ren.get('/api/processes').expect(200);
    expect(processes.body.items.map((one: { key: string }) => one.key)).toEqual(
      expect.arrayContaining(['collective-discussion', 'hearing', 'normative-document', 'penalty-ordinary', 'penalty-summary']),
    );
    const decisions = await ren.get('/api/decisions').expect(200);
    expect(decisions.body.items.map((one: { key: string }) => one.key)).toEqual(
      expect.arrayContaining(['discussion-quorum', 'hearing-threshold', 'review-catalog', 'summary-limits', 'summary-terms']),
    );
    const sets = await ren.get('/api/parameter-sets').expect(200);
    expect(sets.body.items.map((one: { code: string }) => one.code).sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(sets.body.activeCode).toBe('A');
  });

  it('is done once: later starts touch nothing', async () => {
    // given
    server = await startTestApp({}, true);
    // when
    const again = await server.app.get(BundledProcesses).publishMissing(PROCESSES);
    const start = await server.app.get(FirstStartService).run();
    // then
    expect(again).toEqual({ published: [], refused: [] });
    expect(await server.app.get(BundledCalendars).publishMissing()).toEqual([]);
    expect(start).toEqual({ kind: 'known' });
  });

  it('gives the sample accounts a known password only where nobody else can reach the server', async () => {
    // given
    server = await startTestApp({ FASHEN_SAMPLE_PASSWORD: '' });
    const open = await startTestApp({ FASHEN_SAMPLE_PASSWORD: '', FASHEN_HOST: '0.0.0.0' });
    // when
    const [known, random] = [server.firstStart, open.firstStart];
    await open.drop();
    // then
    expect(known).toMatchObject({ kind: 'sample', password: 'Yangli-2026-fashen' });
    expect(random).toMatchObject({ kind: 'sample', password: expect.stringMatching(/^Aa1-[\w-]{16}$/) });
    await server.signIn('jia', 'Yangli-2026-fashen');
  });
});
