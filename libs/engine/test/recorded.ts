import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
export const RECORDED = [directoryPlugin, formPlugin, caseFilePlugin, recordPlugin];
