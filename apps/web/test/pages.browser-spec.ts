import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { TestServer } from './support/server';
import { startCases } from './support/small-process';

/** A page, who looks at it, and what brings it to where it is looked at. */
interface Look {
  readonly name: string;
  readonly who: string;
  readonly path: string;
  readonly open?: (page: Page) => Promise<void>;
}

async function openReturn(page: Page): Promise<void> {
  await page.getByRole('group', { name: '其他操作' }).getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '退回', exact: true }).click();
  await page.getByRole('dialog', { name: '退回案件' }).getByLabel('退回理由').waitFor();
}

const LOOKS: readonly Look[] = [
  { name: 'inbox', who: 'bing', path: '/inbox' },
  { name: 'countersign', who: 'bing', path: '/cases/:caseId', open: (page) => page.getByRole('region', { name: '会签情况' }).waitFor() },
  { name: 'return', who: 'ding', path: '/cases/:passedId', open: openReturn },
  { name: 'copies', who: 'bing', path: '/copies' },
  { name: 'phrases', who: 'bing', path: '/phrases' },
  { name: 'review statistics', who: 'bing', path: '/review-statistics' },
  { name: 'calendar', who: 'bing', path: '/calendar' },
  { name: 'notices', who: 'bing', path: '/notifications' },
  { name: 'settings of notices', who: 'bing', path: '/notification-settings' },
  { name: 'incidents', who: 'yin', path: '/incidents' },
  { name: 'webhooks', who: 'yin', path: '/webhooks' },
];

/** A case whose signers have agreed: it waits at the next step, from which it can be returned. */
async function passed(server: TestServer): Promise<string> {
  const [id = ''] = await startCases(server, 'countersign-trial', ['会签通过案']);
  for (const name of ['bing', 'wu']) {
    const signer = await Client.signIn(server, name);
    const { tasks } = await signer.get<{ tasks: readonly { id: string; assigneeId?: string }[] }>(`/cases/${id}`);
    await signer.post(`/tasks/${tasks.find(({ assigneeId }) => assigneeId === name)?.id ?? ''}/agreement`, { opinion: '同意' });
  }
  return id;
}

describe('pages and the accessibility engine', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('have no serious findings', async () => {
    // given
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'countersign.bpmn'), 'utf8');
    await chou.post('/processes/countersign-trial/publication', { xml, reason: '样例' });
    const [id = ''] = await startCases(server, 'countersign-trial', ['会签样例案']);
    const passedId = await passed(server);
    const visitors = new Map<string, Visitor>();
    // when
    const found: string[] = [];
    for (const { name, who, path, open } of LOOKS) {
      const visitor = visitors.get(who) ?? (await Visitor.signIn(browser, server, who));
      visitors.set(who, visitor);
      await visitor.go(path.replace(':caseId', id).replace(':passedId', passedId));
      await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
      await open?.(visitor.page);
      found.push(...(await seriousFindings(visitor.page)).map((finding) => `${name}: ${finding}`));
    }
    // then
    expect(found).toEqual([]);
    expect([...visitors.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
