import { startTestApp, type TestApp } from './test-app';

describe('the calendar over HTTP', () => {
  let server: TestApp;

  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.drop());

  it('shows everybody who is signed in the year that comes with the product', async () => {
    await server.anonymous().get('/api/calendar/years/2026').expect(401);
    const jia = await server.signIn('jia');
    const reply = await jia.get('/api/calendar/years/2026').expect(200);
    expect(reply.body).toMatchObject({ workingDays: 248, state: { version: 1 } });
    const counted = await jia.get('/api/calendar/count?start=2026-09-28&count=5&unit=workingDays&kind=party').expect(200);
    expect(counted.body).toMatchObject({ due: '2026-10-10', worked: [{ day: '2026-10-10', name: '国庆节' }] });
    await jia.get('/api/calendar/count?start=2026-02-30&count=5&unit=workingDays&kind=party').expect(400);
  });

  it('lets legal staff publish, and nobody else', async () => {
    const body = { days: [{ day: '2027-01-01', kind: 'OFF', name: '元旦' }], source: '通知', reason: '年度通知', basedOn: 0 };
    const jia = await server.signIn('jia');
    await jia.post('/api/calendar/years/2027/publication', body).expect(403);
    await jia.post('/api/calendar/preview', { text: '元旦：1月1日放假。' }).expect(403);
    await jia.put('/api/calendar/own-days/2027', body).expect(403);
    const ren = await server.signIn('ren');
    await ren.post('/api/calendar/years/2027/publication', { ...body, days: [...body.days, ...body.days] }).expect(400);
    await ren.post('/api/calendar/years/2027/publication', body).expect(201);
    await ren.put('/api/calendar/own-days/2027', body).expect(200);
    const preview = await ren.post('/api/calendar/preview', { text: '元旦：1月1日（周一）放假1天。', year: 2027 }).expect(201);
    expect(preview.body).toMatchObject({ basedOn: 1, problems: [{ line: 1, code: 'WEEKDAY_WRONG' }] });
    const versions = await ren.get('/api/calendar/versions?scope=OWN&year=2027').expect(200);
    expect(versions.body.items).toMatchObject([{ version: 1, publishedByName: '壬样例' }]);
  });
});
