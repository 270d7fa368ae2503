import { Injectable, Optional } from '@nestjs/common';
import { Decisions, isWorkflowError, type JsonObject, Texts, TryOuts, type TryOutWait, type Tx } from '@fashen/plugin-api';
import { decisionBinding } from '@fashen/plugins/decision-rule/model';
import type { ProposedOutput, TryOutBody, TryOutReply, TryOutWaitReply } from '../model';

/** Extension element of a step that asks a published decision. */
const BINDING = 'decision-rule:Binding';

/** Tries a drawing, and asks published decisions what they would answer where it waits for one. */
@Injectable()
export class TryOutService {
  constructor(
    private readonly tryOuts: TryOuts,
    private readonly texts: Texts,
    /** Absent where no plugin knows decisions. */
    @Optional() private readonly decisions?: Decisions,
  ) {}

  async tryOut(tx: Tx, body: TryOutBody): Promise<TryOutReply> {
    const result = await this.tryOuts.run({ ...body, now: tx.now });
    const waiting: TryOutWaitReply[] = [];
    for (const wait of result.waiting) waiting.push(await this.replyOf(tx, wait, result.data));
    return { ...result, waiting };
  }

  private async replyOf(tx: Tx, { extensions, ...wait }: TryOutWait, data: JsonObject): Promise<TryOutWaitReply> {
    const binding = decisionBinding.safeParse(extensions[BINDING]);
    if (!binding.success || !this.decisions) return wait;
    return { ...wait, proposal: await this.propose(tx, this.decisions, { ...binding.data, data }) };
  }

  /** A decision without an answer is an answer here: the person sees why and goes on with data of their own. */
  private async propose(
    tx: Tx,
    decisions: Decisions,
    { decision, result, data }: { readonly decision: string; readonly result: string; readonly data: JsonObject },
  ): Promise<ProposedOutput> {
    try {
      const { output } = await decisions.evaluate(tx, { key: decision, input: data });
      return { output: { [result]: output } };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      return { refusal: this.texts.localize(error.code, error.params, tx.locale) };
    }
  }
}
