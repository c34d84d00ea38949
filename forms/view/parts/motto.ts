import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'

/** Name of the state and motto as the law writes them at the head of papers; Vietnamese in both languages of the portal. */
export const renderMotto = (_ctx: ViewContext): Html =>
  html`<p class="motto" lang="vi"><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><span>Độc lập - Tự do - Hạnh phúc</span></p>`
