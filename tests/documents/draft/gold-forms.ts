import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hole, HoleKind, WordForm } from '../../../forms/documents/hole.ts'

/** Real forms with what a person says of their holes; not in the repository. */
export const GOLD = '../shared/data/forms'

type GoldHole = { n: number; section: string; label: string; kind: HoleKind; note: number | null; optional: boolean; repeat: string | null; options?: string[] }
type GoldFile = { title: string; holes: GoldHole[]; notAsked: { text: string; why: WordForm['notAsked'][number]['why'] }[] }

/** A hole as a reader would give it, without its places. */
export const hole = (n: number, label: string, kind: HoleKind, rest: Partial<Hole> = {}): Hole => ({
  n, label, kind, section: '', optional: false, repeat: null, note: null, confidence: 0.9, reason: 'label', places: [], ...rest,
})

export const wordForm = (holes: readonly Hole[], title = 'ĐƠN ĐỀ NGHỊ'): WordForm => ({ title, holes, repeats: [], notAsked: [], office: [], notUnderstood: [] })

const fromGold = (file: string): WordForm => {
  const gold: GoldFile = JSON.parse(readFileSync(join(GOLD, file), 'utf8'))
  const holes = gold.holes.map(({ n, label, kind, ...rest }) => hole(n, label, kind, rest))
  return { ...wordForm(holes, gold.title), notAsked: gold.notAsked }
}

export const goldForms = (): readonly { readonly name: string; readonly form: WordForm }[] =>
  existsSync(GOLD) ? readdirSync(GOLD).filter((file) => file.endsWith('.gold.json')).sort().map((file) => ({ name: file.replace('.gold.json', ''), form: fromGold(file) })) : []
