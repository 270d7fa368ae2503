import type { Locator, Page } from 'playwright-core';
import { Visitor } from './browser';

/** What people do on the page of a case: answer the form on the right, review, sign, decide. */
export class CaseDesk {
  constructor(private readonly visitor: Visitor) {}

  get page(): Page {
    return this.visitor.page;
  }

  async open(caseId: string): Promise<void> {
    await this.visitor.go(`/cases/${caseId}`);
  }

  /** Takes a task that several could do. */
  async claim(): Promise<void> {
    await this.page.getByRole('button', { name: '签收任务' }).click();
  }

  /** Chooses one answer of a question. */
  async choose(question: string, answer: string): Promise<void> {
    await this.field(question).getByText(answer, { exact: true }).click();
  }

  /** Types the answer of a question; days as `2026-09-14`. */
  async fill(question: string, answer: string): Promise<void> {
    const input = this.field(question).locator('textarea, input').first();
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(answer);
    await input.fill(isDay ? answer.replaceAll('-', '/') : answer);
    await input.blur();
  }

  /** Sends the form of a step and waits until the server has taken it. */
  async submit(step: string): Promise<void> {
    await this.page.getByRole('button', { name: `提交：${step}` }).click();
    await this.page.getByText(`已提交：${step}`).first().waitFor();
  }

  /** Answers every item of the checklist with no objection, in words. */
  async answerChecklist(): Promise<void> {
    const items = this.page.locator('.fs-item');
    await items.first().waitFor();
    for (const item of await items.all()) {
      await item.getByText('符合', { exact: true }).first().click();
      await item.locator('textarea').first().fill('已核对，符合规定');
    }
  }

  /** Presses a button, then the button with the same meaning in the question that follows. */
  async confirm(button: string, question: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: question }).click();
  }

  private field(question: string): Locator {
    return this.page.locator('.fjs-form-field').filter({ hasText: question }).first();
  }
}
