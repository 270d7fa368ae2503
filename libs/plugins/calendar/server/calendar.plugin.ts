import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { CalendarLibrary, WorkingCalendar } from '../model';
import { BureauService } from './bureau.service';
import { calendarConfig } from './calendar.config';
import { CalendarController } from './calendar.controller';
import { CalendarLibraryService } from './calendar-library.service';
import { CalendarQueryService } from './calendar-query.service';
import { CalendarVersionEntity } from './calendar-version.entity';
import { CalendarVersionRepository } from './calendar-version.repository';
import { CreateCalendar1790000080000 } from './migrations/1790000080000-create-calendar';
import { WorkingCalendarService } from './working-calendar.service';

/** Working days, and the counting of periods by the law. */
export const calendarPlugin = definePlugin({
  id: 'calendar',
  requires: ['directory'],
  config: calendarConfig,
  permissions: ['calendar.publish'],
  entities: [CalendarVersionEntity],
  migrations: [CreateCalendar1790000080000],
  controllers: [CalendarController],
  providers: [CalendarVersionRepository, BureauService, CalendarQueryService, CalendarLibraryService],
  ports: [
    { provide: WorkingCalendar, useClass: WorkingCalendarService },
    { provide: CalendarLibrary, useClass: CalendarLibraryService },
  ],
  messages: { 'zh-CN': zhCn, en },
});
