export { sampleNotePlugin } from './sample-note.plugin';
