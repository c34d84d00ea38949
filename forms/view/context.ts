import type { Lang } from '../engine/json.ts'

/** What every page needs to know of its host. Plain data: the host fills it per request. */
export type ViewContext = {
  readonly lang: Lang
  /** Path without language prefix, with query: the link to the other language and the canonical address come from it. */
  readonly path: string
  /** Origin of the portal, e.g. https://dichvucong.example.gov.vn. */
  readonly origin: string
  /** Hashed addresses of the built assets. */
  readonly assets: AssetUrls
  readonly portal: { readonly name: { readonly vi: string; readonly en: string }; readonly hotline: string; readonly feedbackEmail: string }
  /** True on anything that is not production: every page is marked. */
  readonly sandbox: boolean
  /** ISO time of a sandbox whose clock was moved: every page says so. */
  readonly clock?: string
  readonly requestId: string
  /** True where an element in another site's page asks: it gets what stands in `main`, without the portal's frame. */
  readonly embedded?: boolean
}

export type AssetUrls = {
  readonly css: string
  /** SVG mark of the portal, as the tab's icon. */
  readonly icon?: string
  /** Enhancements of form pages; other pages carry no script. */
  readonly formJs: string
  /** province code -> JSON file of its communes, for dependent selects. */
  readonly communes: Readonly<Record<string, string>>
}
