import { Controller, Get, Param } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context } from '@fashen/plugin-api/server';
import type { Board } from '../model';
import { BoardService } from './board.service';

/** Who signs a step, and how the vote stands, over HTTP. */
@Controller('tasks/:taskId')
export class BoardController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly boards: BoardService,
  ) {}

  @Get('board')
  @AllowSignedIn()
  board(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<Board> {
    return this.units.read(context, (tx) => this.boards.read(tx, taskId));
  }
}
