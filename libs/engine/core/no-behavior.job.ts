import { Injectable } from '@nestjs/common';
import type { JobHandler, Tx } from '@fashen/plugin-api';
import { CommandService } from '../runtime/command.service';
import { OpenSessions } from '../runtime/open-sessions';
import { NO_BEHAVIOR } from '../runtime/session-writer';

/** Asks again at an automatic step that nothing answered for: run when an operator tries again, after a plugin was installed. */
@Injectable()
export class NoBehaviorJob implements JobHandler<{ executionId: string }> {
  readonly type = NO_BEHAVIOR;

  constructor(
    private readonly commands: CommandService,
    private readonly sessions: OpenSessions,
  ) {}

  async run(tx: Tx, payload: { executionId: string }, job: { readonly instanceId?: string }): Promise<void> {
    const session = await this.sessions.open(tx, job.instanceId ?? '');
    session.askAgain(payload.executionId);
    await this.commands.run(tx, session);
  }
}
