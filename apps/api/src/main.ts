import 'reflect-metadata';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runServer } from './boot/run-server';
import { plugins } from './plugins';

runServer(plugins, dirname(fileURLToPath(import.meta.url)));
