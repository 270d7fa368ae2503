import { type PluginHost } from '@fashen/engine';
import { sampleBureau } from '@fashen/plugins/directory/model';
import type { FirstStart } from './first-start';

/** What the console says after the start, for a person and not for a machine. */
export function announcement(url: string, firstStart: FirstStart, host: Pick<PluginHost, 'messagesOf'>): string {
  const lines = [`法审 Fashen  ${url}`, ...firstStartLines(url, firstStart, host)];
  return ['', ...lines.map((line) => `  ${line}`), '', ''].join('\n');
}

function firstStartLines(url: string, firstStart: FirstStart, host: Pick<PluginHost, 'messagesOf'>): readonly string[] {
  if (firstStart.kind === 'setup')
    return [
      '尚无账号。请用以下一次性令牌建立首个管理员账号（POST /api/setup）。',
      'There is no account yet. Make the first administrator with this one-time token (POST /api/setup):',
      `token: ${firstStart.token}`,
      `curl -X POST ${url}/api/setup -H 'content-type: application/json' -d '{"token":"…","bureauName":"…","personId":"…","personName":"…","name":"…","password":"…"}'`,
    ];
  if (firstStart.kind === 'none') return [];
  if (firstStart.kind === 'known')
    return [
      '继续使用已有数据；样例账号的密码在首次启动时显示过。要重新开始，请停止服务并删除数据库文件。',
      'Goes on with the data that is there; the password was shown at the first start. To begin anew, stop and remove the database file.',
    ];
  const texts = host.messagesOf('directory', 'zh-CN')?.ui ?? {};
  const persons = sampleBureau.persons.map(
    (person) => `${person.id.padEnd(6)}${person.name}  ${person.roles.map((role) => texts[`role.${role}`] ?? role).join('、')}`,
  );
  return [
    '首次启动：已建立样例单位和样例账号，仅供试用。',
    'First start: a sample bureau was set up. Sign in with one of these names:',
    ...persons,
    `密码 password: ${firstStart.password}`,
  ];
}
