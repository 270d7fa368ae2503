import { Injectable } from '@nestjs/common';
import { ApprovalRepository } from './approval.repository';
import { AskService } from './ask.service';
import { CountService } from './count.service';
import { SeatTaskService } from './seat-task.service';

/** What every act on seats needs together: their rows, their tasks, those who are asked, and the count. */
@Injectable()
export class SeatWork {
  constructor(
    readonly rows: ApprovalRepository,
    readonly tasks: SeatTaskService,
    readonly asks: AskService,
    readonly counts: CountService,
  ) {}
}
