import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, systemActor, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { DeliveryRepository } from './delivery.repository';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { NoticeRepository } from './notice.repository';
import { SignalRepository } from './signal.repository';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The rows that grow old. */
@Injectable()
export class TidyRows {
  constructor(
    readonly signals: SignalRepository,
    readonly notices: NoticeRepository,
    readonly deliveries: DeliveryRepository,
  ) {}
}

/** Removes what is kept no longer, every hour. */
@Injectable()
export class TidyService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly logger = new Logger('notification.tidy');

  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly rows: TidyRows,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidySoon(), HOUR_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async tidy(tx: Tx): Promise<void> {
    const before = (days: number): number => tx.now.getTime() - days * DAY_MS;
    await this.rows.signals.removeBefore(tx, before(1));
    await this.rows.notices.removeBefore(tx, before(this.config.keepNoticeDays));
    await this.rows.deliveries.removeBefore(tx, before(this.config.keepEventDays));
  }

  private async tidySoon(): Promise<void> {
    const context = { actor: systemActor, now: this.clock.now(), locale: 'zh-CN' as const, requestId: 'tidy' };
    try {
      await this.units.run(context, (tx) => this.tidy(tx));
    } catch (error) {
      this.logger.error(error instanceof Error ? error.name : 'unknown');
    }
  }
}
