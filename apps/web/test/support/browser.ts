import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { PASSWORD, type TestServer } from './server';

/** Sizes the product is looked at in. */
export const DESK = { width: 1366, height: 768 } as const;
export const PHONE = { width: 375, height: 720 } as const;

/** Starts Chromium. `npm test` installs it where it is missing and names it in FASHEN_TEST_CHROMIUM. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.FASHEN_TEST_CHROMIUM;
  if (!executablePath) throw new Error('no Chromium found; run `npm test`, which installs it, or set FASHEN_TEST_CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** What the browser says of such an answer, without its address. */
const REFUSED = 'Failed to load resource: the server responded with a status of';

/** A person of the sample bureau at a browser window of their own. */
export class Visitor {
  private readonly noticed: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly server: TestServer,
  ) {
    page.on('console', (message) => {
      const isBad = message.type() === 'error' || message.type() === 'warning';
      if (isBad && !message.text().startsWith(REFUSED)) this.noticed.push(message.text());
    });
    page.on('response', (reply) => {
      const { method, url, status } = { method: reply.request().method(), url: reply.url(), status: reply.status() };
      if (status >= 400) this.noticed.push(`${method} ${url.replace(server.url, '')}: ${status}`);
    });
    page.on('pageerror', (error) => this.noticed.push(String(error)));
  }

  /** Signs a person in at the login page, in Chinese. */
  static async signIn(
    browser: Browser,
    server: TestServer,
    name: string,
    viewport: { width: number; height: number } = DESK,
  ): Promise<Visitor> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const visitor = new Visitor(context, await context.newPage(), server);
    await visitor.go('/');
    await visitor.page.getByLabel('账号').fill(name);
    await visitor.page.getByLabel('密码').fill(PASSWORD);
    await visitor.page.getByRole('button', { name: '登录' }).click();
    await visitor.page.getByRole('navigation', { name: '主导航' }).waitFor();
    visitor.noticed.length = 0;
    return visitor;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.server.url}${path}`);
  }

  /** Errors and warnings of the console since the login, and every answer that refuses something. */
  get complaints(): readonly string[] {
    return this.noticed;
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/** Waits until the page has laid itself out so that nothing of it is wider than a phone. */
export async function fitsPhone(page: Page): Promise<void> {
  await page.waitForFunction((most) => document.documentElement.scrollWidth <= most, PHONE.width);
}
