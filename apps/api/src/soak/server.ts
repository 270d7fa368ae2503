import 'reflect-metadata';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runServer } from '../boot/run-server';
import { plugins } from '../plugins';
import { courierPlugin } from './courier.plugin';

// The server of the product and one listener more, whose deliveries are counted.
runServer([...plugins, courierPlugin], dirname(fileURLToPath(import.meta.url)));
