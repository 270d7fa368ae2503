import { z } from 'zod';

/** Settings of the plugin. */
export const assignmentConfig = z.object({
  /** Where the case data names the two officers: paths to a person id each. */
  officerPaths: z.array(z.string()).default(['officers.lead', 'officers.co']),
  /** Where the output of an investigating step says on which day (`YYYY-MM-DD`) the officers acted. Without it the day it ends counts. */
  actDatePath: z.string().default('investigation.siteRecordOn'),
  /** Offset of the bureau's clock from UTC, in minutes; decides which day an instant belongs to. */
  utcOffsetMinutes: z.number().int().min(-840).max(840).default(480),
  /** Role that holds tasks nobody fits. */
  operatorRole: z.string().default('operator'),
});
export type AssignmentConfig = z.infer<typeof assignmentConfig>;
