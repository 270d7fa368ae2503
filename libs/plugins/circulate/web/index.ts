/** What circulation adds to the browser application: urging, sending, receipts, and the list of copies. */
export { circulateWeb } from './circulate.web';
