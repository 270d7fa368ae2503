/** What the plugin adds to the browser application: the bell, the stream of changes, and the pages of settings and webhooks. */
export { notificationWeb } from './notification.web';
