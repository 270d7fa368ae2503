import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, mergePatch, type Tx } from '@fashen/plugin-api';
import {
  courtOf,
  courtRefusal,
  dayRefusal,
  earlyPaymentRefusal,
  demandServedOn,
  filingRefusal,
  fineBinding,
  fineOf,
  isRevoked,
  lateFineRuleOf,
  paymentOf,
  paymentRefusal,
  penaltyExecutionErrors as errors,
} from '../model';
import { dayIn, type ExecutionState, ExecutionStateService, fineOfState } from './execution-state.service';

type Check = (state: ExecutionState) => Error | undefined;

/** The steps of collecting a fine. What may not be said yet is refused when the step ends. */
@Injectable()
export class FineBehavior implements ActivityBehavior {
  readonly extension = 'penalty-execution:Fine';

  constructor(private readonly states: ExecutionStateService) {}

  async onComplete(tx: Tx, { instanceId, variables, extension }: Activity, { output }: Completion): Promise<void> {
    const state = await this.states.read(tx, instanceId, mergePatch(variables, output));
    const refusal = CHECKS[fineBinding.parse(extension).step](state);
    if (refusal) throw refusal;
  }
}

const CHECKS: Readonly<Record<ReturnType<typeof fineBinding.parse>['step'], Check>> = {
  collect: collected,
  demand: demanded,
  apply: (state) => (courtOf(state.variables).action === 'PAID' ? undefined : courtRefusal(beforeCourt(state))),
  file: filed,
};

function collected(state: ExecutionState): Error | undefined {
  const how = paymentOf(state.variables).state;
  if (how === 'VOID') return isRevoked(state.remedies) ? undefined : errors.DECISION_STANDS();
  if (isRevoked(state.remedies)) return errors.DECISION_REVOKED();
  return how === 'PAID' ? paid(state) : unpaid(state);
}

function paid(state: ExecutionState): Error | undefined {
  const { variables, clocks, today } = state;
  if (!lateFineRuleOf(variables)) return errors.RULE_UNREADABLE();
  const [payment, amount, term] = [paymentOf(variables), fineOf(variables), clocks.get('payment')];
  if (amount === 0 || !term) return undefined;
  const notBefore = dayIn(variables, 'service.servedOn') ?? '';
  const refusal = payment.paidOn === undefined ? undefined : dayRefusal(payment.paidOn.slice(0, 10), { today, notBefore });
  if (refusal) return refusal;
  const fine = fineOfState(state);
  return fine
    ? paymentRefusal(payment, { fine: amount, late: fine.late })
    : earlyPaymentRefusal(payment, { fine: amount, rawDay: term.rawDay });
}

function unpaid({ clocks, today }: ExecutionState): Error | undefined {
  const payment = clocks.get('payment');
  if (payment?.dueDay === undefined) return errors.CALENDAR_MISSING({ day: payment?.rawDay ?? '' });
  return payment.dueDay >= today ? errors.STILL_IN_TIME({ until: payment.dueDay }) : undefined;
}

function demanded({ variables, clocks, today }: ExecutionState): Error | undefined {
  const servedOn = demandServedOn(variables);
  if (servedOn === undefined) return errors.DEMAND_UNCLEAR();
  if (servedOn > today) return errors.DAY_IN_FUTURE({ day: servedOn });
  const payBy = clocks.get('payment')?.dueDay;
  return payBy !== undefined && servedOn <= payBy ? errors.DEMAND_TOO_SOON({ until: payBy }) : undefined;
}

/** The court could be asked on the day on which it was: a day too early to be true does not hide a late application. */
function filed(state: ExecutionState): Error | undefined {
  const application = courtOf(state.variables);
  const filedOn = application.filedOn?.slice(0, 10) ?? state.today;
  if (filedOn > state.today) return errors.DAY_IN_FUTURE({ day: filedOn });
  return courtRefusal({ ...beforeCourt(state), today: filedOn }) ?? filingRefusal(application, state.clocks.get('court-enforcement'));
}

function beforeCourt({ today, clocks, remedies }: ExecutionState): Parameters<typeof courtRefusal>[0] {
  const [remedy, demand] = [clocks.get('suit'), clocks.get('demand')];
  return { today, remedies, ...(remedy && { remedy }), ...(demand && { demand }) };
}
