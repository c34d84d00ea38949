import { asTitle } from './names.ts'

/** A heading as a title; `said`: the whole sentence, where the form prints one and the title is a piece of it. */
export type Heading = { readonly title: string; readonly said?: string }

/** As much as stands on one line of a phone, twice. */
const LONGEST = 60
const FEWEST_LETTERS = 12

/** Boxes without a frame are read as 'I I'; 'II/' counts the parts of the paper; 'như sau' points at what follows anyway. */
const withoutTail = (words: string): string => words.replace(/^[IVX]+\s*[/.)]\s*(?=\p{L})/u, '').replace(/(\s[Il|]){2,}$|:\s*[Il|]$/u, '').replace(/[\s:;,.]+$/u, '').replace(/\s+(như sau|gồm có|gồm)$/iu, '')

const FRONT = /^(áp dụng (đối với|cho)|(kính )?đề nghị (quý )?cơ quan)\s+/iu
const GHI = /\s+thì\s+(ghi|nêu rõ|khai)$/iu
/** 'Trường hợp …, thì kê khai các thông tin dưới đây': what is asked is the title, the case is told. */
const ASKED = /\s+thì (?:đề nghị )?(?:kê )?khai (?:thêm )?(.+?)(?:\s+(?:dưới|sau) đây)?$/iu
const CLAUSE = /\s*[,;:(]|\s+(?=(?:thì|do|để|mà|nhằm|và|hoặc|với|của|trong|theo|về|đề nghị|đăng ký)\s)/giu

/** The longest piece that ends with a clause, else with a word. */
const cut = (words: string): string => {
  if (words.length <= LONGEST) return words
  const ends = [...words.matchAll(CLAUSE)].map(({ index }) => index).filter((at) => at >= FEWEST_LETTERS && at <= LONGEST)
  return `${words.slice(0, ends.at(-1) ?? words.lastIndexOf(' ', LONGEST))}`.trim()
}

/** 'Áp dụng đối với người tham gia đã có mã số, …' -> 'Người tham gia đã có mã số', and the sentence to be told below. */
export const headingOf = (printed: string): Heading => {
  const said = asTitle(withoutTail(printed.trim())) || asTitle(printed)
  const asked = said.length > LONGEST ? ASKED.exec(said)?.[1] : undefined
  const title = asTitle(cut(asked ?? said.replace(GHI, '').replace(FRONT, '')))
  return title === said || title === '' ? { title: said } : { title, said }
}
