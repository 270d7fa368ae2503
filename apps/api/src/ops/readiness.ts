import { Inject, Injectable } from '@nestjs/common';
import type { OpenDatabase } from '@fashen/database';
import { DATABASE } from '../http/tokens';

/** What keeps a node from being sent requests. Empty when it is ready. */
export type Obstacle = 'stopping' | 'database' | 'migrations';

/** Knows whether this node may be sent requests. */
@Injectable()
export class Readiness {
  private isStopping = false;

  constructor(@Inject(DATABASE) private readonly database: OpenDatabase) {}

  /** From now on the node is not ready, so that a balancer sends nothing more while it finishes. */
  stop(): void {
    this.isStopping = true;
  }

  async obstacles(): Promise<readonly Obstacle[]> {
    if (this.isStopping) return ['stopping'];
    try {
      const isBehind = await this.database.dataSource.showMigrations();
      return isBehind ? ['migrations'] : [];
    } catch {
      return ['database'];
    }
  }
}
