/** What is true about units, persons and roles everywhere. */
export { directoryErrors } from './directory.errors';
export { directoryEvents } from './directory.events';
export { isInForce, permissionsOf } from './directory.rules';
export { certificateSchema, newPerson, newUnit, peopleQuery, personChange, plainId, unitChange } from './directory.schema';
export type { NewPerson, NewUnit, PeopleQuery, PersonChange, PersonReply, UnitChange } from './directory.schema';
export { PersonRegistry } from './person-registry';
export { headRoleIds, roleIds, roleTable } from './role-table';
export type { Role } from './role-table';
export { sampleBureau } from './sample-bureau';
export { addBureau } from './new-bureau';
export { closesRing, superiorIds, unitAfter } from './unit-tree.rules';
