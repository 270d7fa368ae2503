import { definePlugin, type EventSubscriber, type RequestContext, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { AccountRegistry, StepUp } from '@fashen/plugins/account/model';
import { accountPlugin } from '@fashen/plugins/account/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import { AccountController } from '../server/account.controller';
import { PinController } from '../server/pin.controller';

const PASSWORD = 'Meihua-2026-kai';
const PIN = '739105';
const OTHER = '482916';
const HERE = { ip: '10.0.0.1' };

const heard: WorkflowEvent[] = [];

class Witness implements EventSubscriber {
  readonly event = 'account.*';
  readonly when = 'afterCommit';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    heard.push(...events);
    return Promise.resolve();
  }
}

const messages = { errors: {}, ui: {}, modeler: {}, lint: {} };

/** Hears everything that is told of accounts. */
const witness = definePlugin({ id: 'witness', subscribers: [Witness], messages: { 'zh-CN': messages, en: messages } });

describe('signing PINs', () => {
  let app: TestApp;

  beforeEach(async () => {
    heard.length = 0;
    app = await createTestApp({ plugins: [directoryPlugin, accountPlugin, witness] });
    const [registry, accounts] = [app.get(PersonRegistry), app.get(AccountRegistry)];
    const passwordHash = await accounts.hash(PASSWORD, []);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
      for (const personId of ['jia', 'wu', 'yin']) await accounts.add(tx, { personId, name: personId, passwordHash });
    });
  });
  afterEach(() => app.close());

  const context = (who: string): Promise<RequestContext> => app.as(who).context();
  const set = async (who: string, pin: string, password = PASSWORD): Promise<void> =>
    app.get(PinController).set(await context(who), { password, pin }, HERE as never);
  const prove = async (who: string, pin: string): Promise<void> =>
    app.get(StepUp).requirePin(await context(who), { pin, address: '10.0.0.1' });
  const shown = async (who: string) => app.get(PinController).show(await context(who));
  const told = async (): Promise<string> => {
    await app.work();
    return JSON.stringify(heard);
  };

  it('are set with the password, changed and removed; only a hash is stored, and nothing tells the digits', async () => {
    // when
    await set('wu', PIN);
    // then
    expect(await shown('wu')).toMatchObject({ isSet: true, minLength: 6 });
    expect(await shown('jia')).toEqual({ isSet: false, minLength: 6 });
    await prove('wu', PIN);
    // when
    await set('wu', OTHER);
    // then
    await expect(prove('wu', PIN)).rejects.toMatchObject({ code: 'account.PIN_WRONG', params: { left: 4 } });
    await prove('wu', OTHER);
    const stored = JSON.stringify(await app.database.dataSource.query('SELECT * FROM account_pin'));
    expect(stored).toContain('$argon2id$');
    expect(stored + (await told())).not.toMatch(new RegExp(`${PIN}|${OTHER}`));
    // when
    await app.get(PinController).remove(await context('wu'), { password: PASSWORD }, HERE as never);
    // then
    await expect(prove('wu', OTHER)).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    expect(await shown('wu')).toEqual({ isSet: false, minLength: 6 });
  });

  it.each(['12345', '123456', '111111', '147258', 'abcdef'])('%s is refused as too easy', async (pin) => {
    await expect(set('wu', pin)).rejects.toMatchObject({ code: 'account.PIN_WEAK' });
    expect(await shown('wu')).toMatchObject({ isSet: false });
  });

  it('are neither set nor removed without the password', async () => {
    // given
    await set('wu', PIN);
    // when
    const changed = set('wu', OTHER, 'wrong');
    await expect(changed).rejects.toMatchObject({ code: 'account.PASSWORD_WRONG' });
    const removed = app.get(PinController).remove(await context('wu'), { password: PIN }, HERE as never);
    // then
    await expect(removed).rejects.toMatchObject({ code: 'account.PASSWORD_WRONG' });
    await prove('wu', PIN);
  });

  it('are their owner’s alone: another person’s PIN is a wrong one', async () => {
    await set('jia', PIN);
    await set('wu', OTHER);
    await expect(prove('wu', PIN)).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    await expect(prove('yin', PIN)).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    await prove('wu', OTHER);
  });

  it('are locked by themselves after five failures, twice as long the next time; the password still counts', async () => {
    // given
    await set('wu', PIN);
    const fail = async (): Promise<void> => {
      for (let left = 4; left >= 0; left--) {
        await expect(prove('wu', OTHER)).rejects.toMatchObject({ code: 'account.PIN_WRONG', params: { left } });
      }
    };
    // when
    await fail();
    // then
    await expect(prove('wu', PIN)).rejects.toMatchObject({ code: 'account.PIN_LOCKED', params: { minutes: 15, retryAfterSeconds: 900 } });
    await app.get(StepUp).requirePassword(await context('wu'), { password: PASSWORD, address: '10.0.0.1' });
    expect(await told()).toContain('account.pinLocked');
    // when
    app.clock.advance({ minutes: 16 });
    await fail();
    // then
    await expect(prove('wu', PIN)).rejects.toMatchObject({ code: 'account.PIN_LOCKED', params: { minutes: 30 } });
    app.clock.advance({ minutes: 31 });
    await prove('wu', PIN);
    await expect(prove('wu', OTHER)).rejects.toMatchObject({ params: { left: 4 } });
  });

  it('count every guess of several at once', async () => {
    // given
    await set('wu', PIN);
    // when
    const guesses = await Promise.allSettled(
      ['482911', '482912', '482913', '482914', '482915', '482916', '482917'].map((pin) => prove('wu', pin)),
    );
    // then
    expect(guesses.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(prove('wu', PIN)).rejects.toMatchObject({ code: 'account.PIN_LOCKED' });
  });

  it('are one PIN when two are set at once', async () => {
    // when
    const both = await Promise.allSettled([set('wu', PIN), set('wu', OTHER)]);
    // then
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const proofs = await Promise.allSettled([prove('wu', PIN), prove('wu', OTHER)]);
    expect(proofs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are opened by an administrator, who removes them with a new password', async () => {
    // given
    await set('wu', PIN);
    const accounts = app.get(AccountController);
    const { items } = await accounts.list(await context('yin'), {});
    const id = items.find(({ name }) => name === 'wu')?.id ?? '';
    for (let failure = 0; failure < 5; failure++) await expect(prove('wu', OTHER)).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    // when
    await accounts.unlock(await context('yin'), id);
    // then
    await prove('wu', PIN);
    // when
    await accounts.resetPassword(await context('yin'), id, { password: 'Another-2026-word' });
    // then
    expect(await shown('wu')).toMatchObject({ isSet: false });
    expect(await told()).toContain('account.pinRemoved');
  });
});
