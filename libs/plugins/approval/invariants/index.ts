/** What must hold of seats in a database between any two commands. */
export { verifyAnswers } from './verify-answers';
export { verifySeats } from './verify-seats';
export { verifyVotes } from './verify-votes';
