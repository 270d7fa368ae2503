import 'reflect-metadata';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { armFailpoint, passedFailpoints } from '@fashen/database';
import { runServer } from '../boot/run-server';
import { plugins } from '../plugins';
import { courierPlugin } from './courier.plugin';
import type { ArmedReply, ArmOrder } from './server-node';

// Whoever started the server may arm a point at any time, and hears which points were passed since the last one was armed.
process.on('message', ({ arm }: ArmOrder) => {
  const passed = [...passedFailpoints()];
  armFailpoint(arm);
  process.send?.({ kind: 'armed', passed } satisfies ArmedReply);
});

// The server of the product and one listener more, whose deliveries are counted.
runServer([...plugins, courierPlugin], dirname(fileURLToPath(import.meta.url)));
