import type { Actor, RequestContext } from '@fashen/plugin-api';
import { newId } from '@fashen/database';

const START = new Date('2026-03-02T09:00:00+08:00');

/** A person who acts in a test. The name is the id unless it is given. */
export function testActor(personId: string, parts: Partial<Actor> = {}): Actor {
  return { kind: 'person', personId, name: personId, roles: [], permissions: [], ...parts };
}

/** A request of a person. Without a time it comes on Monday, 2 March 2026, 09:00 in China. */
export function testContext(actor: Actor | string = 'jia', parts: Partial<RequestContext> = {}): RequestContext {
  const person = typeof actor === 'string' ? testActor(actor) : actor;
  return { actor: person, now: START, locale: 'zh-CN', requestId: newId(), ...parts };
}
