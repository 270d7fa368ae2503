import type { WorkflowPlugin } from '@fashen/plugin-api';
import { accountPlugin } from '@fashen/plugins/account/server';
import { attachmentPlugin } from '@fashen/plugins/attachment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { directoryPlugin } from '@fashen/plugins/directory/server';

/** The server's plugins. One line each; the order does not matter. */
export const plugins: readonly WorkflowPlugin[] = [directoryPlugin, accountPlugin, caseFilePlugin, attachmentPlugin];
