/** The part of the contract that needs NestJS and TypeORM: endpoint policies and portable columns. */
export { Allow, AllowPublic, AllowSignedIn, Context, POLICY, REQUEST_CONTEXT } from './http';
export type { EndpointPolicy } from './http';
export { columns, FlagColumn, IdColumn, InstantColumn, IntegerColumn, isMysql, LongTextColumn, RefColumn, TextColumn } from './columns';
export { parsedBy, ParsedByPipe } from './parsed-by';
export type { InputSchema } from './parsed-by';
