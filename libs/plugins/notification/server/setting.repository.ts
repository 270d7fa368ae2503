import { Injectable } from '@nestjs/common';
import type { Locale, Tx } from '@fashen/plugin-api';
import { MAILED_AT_FIRST, type NoticeSettings } from '../model';

/** What a person chose, and the language in which they chose it. */
export interface StoredSettings extends NoticeSettings {
  readonly locale: Locale;
}

interface Row {
  readonly mail_address: string | null;
  readonly mail_kinds: string;
  readonly quiet: string | null;
  readonly urgent_breaks_through: number | boolean;
  readonly locale: Locale;
}

const AT_FIRST: StoredSettings = {
  mailAddress: null,
  mailKinds: [...MAILED_AT_FIRST],
  quiet: { start: '22:00', end: '07:30', weekends: false },
  urgentBreaksThrough: false,
  locale: 'zh-CN',
};

/** Rows of settings. */
@Injectable()
export class SettingRepository {
  /** Everybody has settings; who has chosen nothing has the ones to begin with. */
  async find(tx: Tx, personId: string): Promise<StoredSettings> {
    const sql = 'SELECT mail_address, mail_kinds, quiet, urgent_breaks_through, locale FROM notification_setting WHERE person_id = ?';
    return (await tx.manager.query<Row[]>(sql, [personId])).map(settingsOf)[0] ?? AT_FIRST;
  }

  async replace(tx: Tx, personId: string, settings: StoredSettings): Promise<void> {
    await tx.manager.query('DELETE FROM notification_setting WHERE person_id = ?', [personId]);
    await tx.manager.query(
      `INSERT INTO notification_setting (person_id, mail_address, mail_kinds, quiet, urgent_breaks_through, locale, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[personId, settings.mailAddress, JSON.stringify(settings.mailKinds), settings.quiet && JSON.stringify(settings.quiet)],
        ...[settings.urgentBreaksThrough ? 1 : 0, settings.locale, tx.now.getTime()],
      ],
    );
  }
}

const settingsOf = (row: Row): StoredSettings => ({
  mailAddress: row.mail_address,
  mailKinds: JSON.parse(row.mail_kinds) as NoticeSettings['mailKinds'],
  quiet: row.quiet === null ? null : (JSON.parse(row.quiet) as NoticeSettings['quiet']),
  urgentBreaksThrough: Boolean(Number(row.urgent_breaks_through)),
  locale: row.locale,
});
