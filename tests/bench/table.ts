/** One line of the report. `ok: undefined` = measured for comparison, no target hangs on it. */
export type Row = { readonly what: string; readonly target: string; readonly measured: string; readonly ok?: boolean; readonly section: string }

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The closing table: what, target, measured, command. */
export const markdownTable = (rows: readonly Row[], command: string): string => [
  '| what | target | measured | met | command |', '|---|---|---|---|---|',
  ...rows.map((row) => `| ${[row.what, row.target, row.measured].map(cell).join(' | ')} | ${row.ok === undefined ? '' : row.ok ? 'yes' : '**no**'} | \`${command} ${row.section}\` |`),
].join('\n')

export const whole = (value: number): string => Math.round(value).toLocaleString('en-GB')
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
export const times = (value: number): string => `${value.toFixed(2)}x`
export const percent = (value: number): string => `${(value * 100).toFixed(0)} %`
