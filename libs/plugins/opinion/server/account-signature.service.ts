import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@fashen/plugin-api';
import { StepUp } from '@fashen/plugins/account/model';
import { type SignatureEvidence, SignatureMethod } from '../model';

/** Signs by the password of the account, entered anew, or by the signing PIN. */
@Injectable()
export class AccountSignatureService extends SignatureMethod {
  constructor(private readonly stepUp: StepUp) {
    super();
  }

  prove(context: RequestContext, { means, secret, address }: SignatureEvidence): Promise<void> {
    if (means === 'pin') return this.stepUp.requirePin(context, { pin: secret, address });
    return this.stepUp.requirePassword(context, { password: secret, address });
  }
}
