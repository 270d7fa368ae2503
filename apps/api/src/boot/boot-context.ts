import { type Clock, type RequestContext, systemActor } from '@fashen/plugin-api';

/** What the server does by itself while it starts. */
export const bootContext = (clock: Clock): RequestContext => ({ actor: systemActor, now: clock.now(), locale: 'zh-CN', requestId: 'boot' });
