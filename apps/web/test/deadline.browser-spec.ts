import { addDays } from '@fashen/plugins/calendar/model';
import type { CaseClocksReply, ClockReply } from '@fashen/plugins/deadline/model';
import type { Browser, Locator, Page } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

const EIGHT_HOURS_MS = 28_800_000;
/** The day in China. */
const today = (): string => new Date(Date.now() + EIGHT_HOURS_MS).toISOString().slice(0, 10);

describe('the clock of a case in the browser', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    // Ninety days may lead into a year whose plan does not come with the product.
    const ren = await Client.signIn(server, 'ren');
    for (const year of [0, 1].map((more) => Number(today().slice(0, 4)) + more)) {
      const { state } = await ren.get<{ state?: object }>(`/calendar/years/${year}`);
      const body = { days: [], source: '样例放假通知', reason: '样例', basedOn: 0 };
      if (!state) await ren.post(`/calendar/years/${year}/publication`, body);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  /** A case that was filed today. */
  async function filed(): Promise<OrdinaryCase> {
    const run = await OrdinaryCase.start(server);
    const filing = { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: today() };
    await run.step('jia', 'proposeFiling', { filing });
    await run.step('yi', 'confirmFiling', { filing: { coAgrees: true } });
    await run.step('wu', 'approveFiling', { filing: { approved: true, comment: '同意立案', filedOn: today() } });
    return run;
  }

  async function clockOf(caseId: string): Promise<ClockReply> {
    const jia = await Client.signIn(server, 'jia');
    const { clocks } = await jia.get<CaseClocksReply>(`/cases/${caseId}/clocks`);
    const found = clocks.find(({ key }) => key === 'penalty-decision');
    if (!found) throw new Error('the case has no term');
    return found;
  }

  const panelOf = (page: Page): Locator => page.getByRole('region', { name: '期限' });

  /** Opens an act of the clock, says something, looks at what would happen, and does it. */
  async function act(page: Page, name: string, words: string, choice?: string): Promise<void> {
    await panelOf(page).getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name, exact: true });
    if (choice) await dialog.getByRole('radio', { name: choice, exact: true }).check();
    await dialog.getByLabel('说明').fill(words);
    await dialog.getByText(/若批准，到期日由/).waitFor();
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByRole('heading', { name: '将会发生' }).waitFor();
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('says why it is due on its day, is extended by the leader, and says that too', async () => {
    // given
    const run = await filed();
    const { startDay, dueDay = '' } = await clockOf(run.id);
    const jia = await Visitor.signIn(browser, server, 'jia');
    await jia.go(`/cases/${run.id}`);
    // when
    await jia.page.locator('.fs-case-head').getByRole('list', { name: '期限' }).getByRole('button').first().click();
    const why = jia.page.getByRole('tooltip');
    // then
    await why.getByText('行政处罚法第六十条').first().waitFor();
    await why.getByText(`从 ${startDay} 的次日起算`).waitFor();
    await why.getByText(`安全线 ${dueDay}`).waitFor();
    await why.getByText(/还可延长 30 日/).waitFor();
    await jia.page.keyboard.press('Escape');
    // when
    await act(jia.page, '申请延长', '案情复杂，需要鉴定');
    const wu = await Visitor.signIn(browser, server, 'wu');
    await wu.go(`/cases/${run.id}`);
    await panelOf(wu.page).getByText('甲样例已申请延长 30 日').waitFor();
    await act(wu.page, '审批延长', '同意延长三十日', '同意');
    // then
    const later = addDays(dueDay, 30);
    await panelOf(wu.page).getByText(`安全线 ${later}`).waitFor();
    await panelOf(wu.page).getByText('已批准延长 30 日').waitFor();
    expect((await clockOf(run.id)).dueDay).toBe(later);
    await panelOf(wu.page).getByRole('button', { name: '为什么是这一天' }).first().click();
    await wu.page.getByRole('tooltip').getByText('已批准延长 30 日').waitFor();
    await wu.page.getByRole('tooltip').getByText('戊样例：同意延长三十日').waitFor();
    expect([...jia.complaints, ...wu.complaints]).toEqual([]);
    await jia.leave();
    await wu.leave();
  });
});
