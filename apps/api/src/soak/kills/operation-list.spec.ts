import { Controller, Get, Post, Put } from '@nestjs/common';
import { definePlugin } from '@fashen/plugin-api';
import { plugins } from '../../plugins';
import { isRequestFor, operationsOf } from './operation-list';
import { recipes } from './recipes';

@Controller('tasks')
class SampleController {
  @Get(':taskId')
  look(): void {}

  @Post(':taskId/blessing')
  bless(): void {}
}

@Controller('calendar')
class SettingController {
  @Put('years')
  change(): void {}
}

const none = { errors: {}, ui: {}, modeler: {}, lint: {} };
const sample = definePlugin({
  id: 'sample',
  controllers: [SampleController, SettingController],
  messages: { 'zh-CN': none, en: none },
});

describe('the list of operations', () => {
  it('is what the plugins offer that changes a case or a task', () => {
    expect(operationsOf([sample])).toEqual(['POST /tasks/:taskId/blessing']);
  });

  it('has nothing that the crash test cannot bring about, and the crash test nothing that is not in it', () => {
    const operations = operationsOf(plugins);
    expect(operations.length).toBeGreaterThan(50);
    expect(Object.keys(recipes).sort()).toEqual(operations);
  });

  it('tells which operation a request is', () => {
    expect(isRequestFor('POST /tasks/:taskId/return', 'POST', '/tasks/1/return?dryRun=false')).toBe(true);
    expect(isRequestFor('POST /tasks/:taskId/return', 'PUT', '/tasks/1/return')).toBe(false);
    expect(isRequestFor('POST /tasks/:taskId/return', 'POST', '/tasks/1/2/return')).toBe(false);
  });
});
