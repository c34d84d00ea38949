import { transform } from 'esbuild'

/** Tokens that hosts know by a plainer name: `--dvc-accent` is the portal's lacquer red. */
const PLAIN: Readonly<Record<string, string>> = { red: 'accent', 'red-deep': 'accent-deep' }

/** `--ink: #111` becomes `--ink: var(--dvc-ink, #111)`: every token can be set from outside, and none is taken from a host by accident. */
const openTokens = (css: string): string => css.replace(/:root\s*\{([^}]*)\}/g, (_, body: string) =>
  `& {${body.replace(/--([\w-]+):\s*([^;]+);/g, (_token, name: string, value: string) => `--${name}: var(--dvc-${PLAIN[name] ?? name}, ${value});`)}}`)

/** Rules for a document's own elements: an element stands in somebody else's. */
const dropDocument = (css: string): string => css.replace(/(^|\})([^{}@]*)\{[^{}]*\}/g, (rule, before: string, selectors: string) =>
  (/(^|,)\s*(html|body|main)\b/.test(selectors) ? before : rule))

const ROOT_PX = 16

/** Widths are the element's own, not the screen's: a form may stand in a narrow column of a wide page. In queries a rem is the browser's own. */
const byContainer = (css: string): string => css.replace(/@media\s*\(((?:min|max)-width):\s*([\d.]+)rem\)/g, (_, edge: string, rem: string) => `@container (${edge}: ${Number(rem) * ROOT_PX}px)`)

/** A host may have set any size on its root (62.5% is common): lengths follow a size of our own, in px unless the host says otherwise. */
const ownSize = (css: string): string => css.replace(/(?<![\w-])(-?\d*\.?\d+)rem\b/g, (_, size: string) => `calc(var(--rem) * ${size})`).replace(/(\d)vw\b/g, '$1cqi')

/** Nothing is taken over from the host but what the tokens say: `all` leaves direction and custom properties, so these are said. */
const FRAME = `:host{display:block}:host([hidden]){display:none}
.dvc{all:initial;display:block;container-type:inline-size;direction:ltr;unicode-bidi:isolate;--rem:var(--dvc-size,17px);color:var(--ink);font:400 var(--rem)/1.6 var(--sans);overflow-wrap:break-word}
.dvc[data-theme=neutral]{--red:var(--dvc-accent,#1b4f8a);--red-deep:var(--dvc-accent-deep,#123a68);--ground:var(--dvc-ground,#f6f7f9);--ground-deep:var(--dvc-ground-deep,#e8ecf1);--line:var(--dvc-line,#d5dae1);--line-strong:var(--dvc-line-strong,#6f7a88);--ink:var(--dvc-ink,#16202b);--ink-soft:var(--dvc-ink-soft,#4d5966)}`

/** Styles of the portal as one sheet for elements: everything below `.dvc`, in a shadow tree as well as in a host's own. */
export const fitForHosts = async (css: string, target: readonly string[]): Promise<string> => {
  const body = ownSize(byContainer(dropDocument(openTokens(css))))
  const [frame, rules] = FRAME.split('\n.dvc[') as [string, string]
  const { code } = await transform(`${frame}\n.dvc {\n${body}\n}\n.dvc[${rules}`, { loader: 'css', minify: true, target: [...target] })
  return code
}
