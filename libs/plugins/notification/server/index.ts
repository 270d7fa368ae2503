export { notificationPlugin } from './notification.plugin';
