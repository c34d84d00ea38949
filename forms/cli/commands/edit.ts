import { EXIT, Problem, type Command } from '../command.ts'
import { ruleContext } from '../context.ts'
import { openDesk } from '../editor/desk.ts'
import { serveEditor } from '../editor/serve.ts'
import { dataFolder } from '../local-portal.ts'

const portOf = (value: string | undefined): number => {
  const port = Number(value ?? 0)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Problem(EXIT.usage, { vi: `--port phải là số từ 0 đến 65535, không phải "${value}".`, en: `--port is a number from 0 to 65535, not "${value}".` })
}

export const edit: Command = {
  name: 'edit', operands: 'FOLDER', least: 1, most: 1,
  summary: { vi: 'sửa thủ tục trong trình duyệt, cạnh mẫu Word, không cần viết mã', en: 'correct a procedure in the browser, beside its Word form, without code' },
  options: [{ name: 'port', value: 'N', says: { vi: 'cổng mạng (mặc định: cổng trống bất kỳ)', en: 'port (default: any that is free)' } }],
  examples: [
    { line: 'dvc edit 0.123456', says: { vi: 'mở địa chỉ được in ra, sửa, rồi bấm Ctrl+C', en: 'open the address that is printed, correct, then press Ctrl+C' } },
    { line: 'dvc edit 0.123456 --lang en --port 4000', says: { vi: 'trang sửa bằng tiếng Anh', en: 'pages in English' } },
  ],
  run: async ({ operands: [folder = ''], value, lang, env }) => {
    await openDesk(folder, lang)
    const { url, until } = await serveEditor({ folder, lang, context: await ruleContext(), data: dataFolder(env), past: [] }, portOf(value('port')))
    return { exit: EXIT.ok, json: { url }, until, text: lang === 'vi' ? `Mở ${url} để sửa. Mỗi lần lưu ghi thẳng vào thư mục. Xong thì bấm Ctrl+C.` : `Open ${url} to correct it. Each save is written to the folder. Press Ctrl+C when done.` }
  },
}
