export { DiscussionController } from './discussion.controller';
export { discussionPlugin } from './discussion.plugin';
