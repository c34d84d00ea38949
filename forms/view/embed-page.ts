import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, raw, type Html } from './html.ts'
import { inLang } from './parts/format.ts'
import { localPath } from './parts/links.ts'
import { renderSandboxBand } from './parts/sandbox-band.ts'
import type { EmbedPageProps } from './props.ts'

/** A page for another site's `<iframe>`: the form's element alone. Without scripts a link opens the form in a page of its own. */
export const renderEmbedPage = (ctx: ViewContext, { code, title, theme, parent }: EmbedPageProps): Html => html`${raw('<!doctype html>')}
<html lang="${ctx.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${inLang(title, ctx.lang)}</title><link rel="stylesheet" href="${ctx.assets.css}"><link rel="icon" href="data:,"><script src="/embed.js" async></script></head>
<body class="framed"><dvc-form procedure="${code}" lang="${ctx.lang}"${attribute('theme', theme)}${attribute('data-parent', parent)}>${renderSandboxBand(ctx)}<p><a href="${localPath(ctx, `/thu-tuc/${code}/nop`)}" target="_blank">${translate('page.embed.open', ctx.lang)}: ${inLang(title, ctx.lang)}</a></p></dvc-form></body></html>`
