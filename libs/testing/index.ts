/** The test kit: only specs import it. */
export { testActor, testContext } from './builders';
export { ChildProgram } from './child-program';
export type { Child, ChildEnd } from './child-program';
export { countStatements } from './count-statements';
export type { Counted } from './count-statements';
export { createTestApp } from './create-test-app';
export type { TestApp, TestAppOptions, TestPerson } from './create-test-app';
export { ProcessDriver } from './process-driver';
export type { DrivenStart } from './process-driver';
export { verifyInvariants } from '@fashen/engine';
export type { Violation } from '@fashen/engine';
export { FixedClock } from './test-clock';
export type { Span } from './test-clock';
export { createTestDatabase, createTestPlace, openTestDatabase, schemaDrift, testDatabaseKind, testMysqlUrl } from './test-database';
export type { TestDatabase, TestDatabaseKind, TestPlace, TestTables } from './test-database';
export { hostileModels } from './hostile-models';
export type { HostileModel } from './hostile-models';
