/** Injection token of the server's settings (`Config`). */
export const SERVER_CONFIG = 'fashen:server-config';

/** Injection token of the log (`Logger` of pino). */
export const LOG = 'fashen:log';

/** Injection token of the open database (`OpenDatabase`). */
export const DATABASE = 'fashen:database';
