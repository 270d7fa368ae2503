import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import type { WorkflowPlugin } from '@fashen/plugin-api';
import { endpointsOf } from '../../http/endpoints';

/** First words of addresses under which nothing is done to a case or a task: people, rules, models, settings. */
const APART: ReadonlySet<string> = new Set([
  ...['accounts', 'session', 'setup', 'units', 'people', 'calendar', 'clocks', 'parameter-sets', 'decisions', 'processes', 'forms'],
  ...['legal-basis', 'phrases', 'notifications', 'webhooks'],
]);

/** Every operation on cases and tasks that these plugins offer over HTTP, as `POST /tasks/:taskId/return`: whatever writes and is not set apart. */
export function operationsOf(plugins: readonly WorkflowPlugin[]): readonly string[] {
  const scanner = new MetadataScanner();
  const endpoints = plugins.flatMap(({ controllers = [] }) =>
    controllers.flatMap((controller) => endpointsOf(controller as Type, scanner)),
  );
  const writing = endpoints.filter(({ method, path }) => method !== 'GET' && !APART.has(path.split('/')[1] ?? ''));
  return [...new Set(writing.map(({ method, path }) => `${method} ${path}`))].sort();
}

/** Whether a request is an operation of the list. */
export function isRequestFor(operation: string, method: string, path: string): boolean {
  const [expected = '', pattern = ''] = operation.split(' ');
  return method === expected && new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0] ?? '');
}
