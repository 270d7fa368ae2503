import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { CaseDesk } from './support/case-desk';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

const FINE = 80_000;

const LOST_LINE = /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING)/;

describe('acceptance case 04, site dust, in the browser', () => {
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

  async function deskOf(name: string, run: OrdinaryCase): Promise<{ desk: CaseDesk; visitor: Visitor }> {
    const visitor = await Visitor.signIn(browser, server, name);
    const desk = new CaseDesk(visitor);
    await desk.open(run.id);
    return { desk, visitor };
  }

  it('goes from filing to the decision by five logins, with the server killed while the reviewer writes', async () => {
    // given
    const run = await OrdinaryCase.start(server);

    // when: the officer asks for filing, a colleague agrees, the deputy approves
    const officer = await deskOf('jia', run);
    await officer.desk.fill('立案理由和初步证据', '日常巡查发现工地未覆盖');
    await officer.desk.choose('本机关有管辖权', '是');
    await officer.desk.choose('未超过行政处罚追责时效', '是');
    await officer.desk.fill('提请日期', '2026-09-14');
    await officer.desk.submit('主办提请立案');
    await run.step('yi', 'confirmFiling', { filing: { coAgrees: true } });

    const deputy = await deskOf('wu', run);
    await deputy.desk.claim();
    await deputy.desk.choose('审批意见', '准予立案');
    await deputy.desk.fill('审批说明', '同意立案');
    await deputy.desk.fill('立案日期', '2026-09-14');
    await deputy.desk.submit('立案审批');
    await run.investigate();
    await run.propose(FINE);
    await run.submitForReview();

    // the reviewer answers the checklist; the server dies and comes back before the opinion is sent
    const reviewer = await deskOf('bing', run);
    await reviewer.desk.answerChecklist();
    await reviewer.desk.page.locator('#fs-review-code').getByText('同意', { exact: true }).click();
    await reviewer.desk.page.locator('#fs-review-text').fill('事实清楚，证据充分，适用依据正确，程序合法。');
    await server.restart();
    await reviewer.desk.confirm('提交审核意见', '提交审核意见：同意');
    await reviewer.desk.page.getByText('已提交：法制审核').first().waitFor();

    const head = await deskOf('ding', run);
    await head.desk.claim();
    await head.desk.page.getByText('同意，签署审核意见').click();
    await head.desk.confirm('签署', '签署审核意见');
    await head.desk.page.getByText('已提交：法制机构负责人签署').first().waitFor();
    await run.notify(FINE);

    const leader = await deskOf('ji', run);
    await leader.desk.claim();
    await leader.desk.choose('决定', '批准作出决定');
    await leader.desk.fill('决定书文号', '样城执罚决〔2026〕1号');
    await leader.desk.fill('审批意见', '同意');
    await leader.desk.confirm('批准：作出行政处罚决定', '批准：作出行政处罚决定');
    await leader.desk.page.getByText('已提交：作出行政处罚决定').first().waitFor();

    // then
    expect(await run.waiting()).toEqual(['送达决定书']);
    const visitors = [officer, deputy, head, leader].map(({ visitor }) => visitor);
    // While the server is dead the browser itself says that the stream of changes has broken off.
    const complaints = visitors.flatMap((visitor) => visitor.complaints).filter((complaint) => !LOST_LINE.test(complaint));
    expect(complaints).toEqual([]);
  });

  it('is decided by one of two leaders; the other is told who was faster and when', async () => {
    // given
    const run = await OrdinaryCase.start(server, '两位负责人同时决定的案件');
    await run.file();
    await run.investigate();
    await run.propose(FINE);
    await run.review();
    await run.notify(FINE);
    const chief = await deskOf('ji', run);
    const deputy = await deskOf('wu', run);
    await chief.desk.page.getByRole('button', { name: '签收任务' }).waitFor();
    // Her page hears of nothing by itself, as in the moment in which both click.
    await deputy.desk.page.route('**/api/events**', (route) => route.abort());
    await deputy.desk.page.reload();
    await deputy.desk.page.getByRole('button', { name: '签收任务' }).waitFor();
    // when
    await chief.desk.claim();
    await chief.desk.page.getByText('批准作出决定').waitFor();
    await deputy.desk.claim();
    // then
    const told = deputy.desk.page.getByText(/己样例.*\d{1,2}:\d{2}/).first();
    await told.waitFor();
    await chief.desk.choose('决定', '批准作出决定');
    await chief.desk.fill('决定书文号', '样城执罚决〔2026〕2号');
    await chief.desk.fill('审批意见', '同意');
    await chief.desk.confirm('批准：作出行政处罚决定', '批准：作出行政处罚决定');
    await chief.desk.page.getByText('已提交：作出行政处罚决定').first().waitFor();
    expect(await run.waiting()).toEqual(['送达决定书']);
  });

  it('is decided while another leader looks at the same task; her page tells it by itself', async () => {
    // given
    const run = await OrdinaryCase.start(server, '两位负责人同时打开的案件');
    await run.file();
    await run.investigate();
    await run.propose(FINE);
    await run.review();
    await run.notify(FINE);
    const chief = await deskOf('ji', run);
    const deputy = await deskOf('wu', run);
    const told = deputy.desk.page.getByRole('group', { name: '办理', exact: true });
    await told.getByRole('button', { name: '签收任务' }).waitFor();
    // when
    await chief.desk.claim();
    // then
    await told.getByText('己样例').waitFor();
    expect(await told.getByRole('button', { name: '签收任务' }).count()).toBe(0);
    // when
    await chief.desk.choose('决定', '批准作出决定');
    await chief.desk.fill('决定书文号', '样城执罚决〔2026〕3号');
    await chief.desk.fill('审批意见', '同意');
    await chief.desk.confirm('批准：作出行政处罚决定', '批准：作出行政处罚决定');
    // then
    const note = told.getByRole('status').filter({ hasText: '已于' });
    await note.getByText(/作出行政处罚决定.*\d{1,2}:\d{2}/).waitFor();
    await note.getByText('己样例').waitFor();
    await note.getByRole('button', { name: '知道了' }).click();
    await note.waitFor({ state: 'detached' });
    await chief.desk.page.getByText('已提交：作出行政处罚决定').first().waitFor();
    expect([...deputy.visitor.complaints, ...chief.visitor.complaints]).toEqual([]);
    await chief.visitor.leave();
    await deputy.visitor.leave();
  });
});
