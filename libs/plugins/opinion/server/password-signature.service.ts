import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@fashen/plugin-api';
import { StepUp } from '@fashen/plugins/account/model';
import { type SignatureEvidence, SignatureMethod } from '../model';

/** Signs by the password of the account, entered anew. */
@Injectable()
export class PasswordSignatureService extends SignatureMethod {
  readonly id = 'password';

  constructor(private readonly stepUp: StepUp) {
    super();
  }

  prove(context: RequestContext, evidence: SignatureEvidence): Promise<void> {
    return this.stepUp.requirePassword(context, evidence);
  }
}
