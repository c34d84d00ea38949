import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is to be pasted, and what README says that it prints; `…` stands for anything. */
export type Block = { readonly script: string; readonly prints?: string }
export type Step = { readonly title: string; readonly blocks: readonly Block[] }

const README = join(import.meta.dirname, '../../../README.md')

const blocksOf = (text: string): readonly Block[] => {
  const fences = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind, body]) => ({ kind, body: body ?? '' }))
  const strange = fences.find(({ kind }, at) => kind !== 'bash' && !(kind === 'text' && fences[at - 1]?.kind === 'bash'))
  if (strange) throw new Error(`a block of the guide that is neither bash nor what bash prints:\n${strange.body}`)
  return fences.flatMap(({ kind, body }, at) => {
    const next = fences[at + 1]
    return kind === 'bash' ? [{ script: body, ...(next?.kind === 'text' && { prints: next.body }) }] : []
  })
}

/** The section of README whose heading begins so, step by step. */
export const readGuide = (heading: string): readonly Step[] => {
  const section = readFileSync(README, 'utf8').split(/^## /m).find((one) => one.startsWith(heading))
  if (section === undefined) throw new Error(`README has no section "${heading}"`)
  return section.split(/^### /m).slice(1).map((text) => ({ title: text.slice(0, text.indexOf('\n')), blocks: blocksOf(text) }))
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** All that was printed, line by line, as README says. */
export const isPrinted = (promised: string, printed: string): boolean =>
  new RegExp(`^${promised.trim().split('…').map(escaped).join('[^\\n]*')}$`).test(printed.trim())
