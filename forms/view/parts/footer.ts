import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import { inLang } from './format.ts'
import { localPath } from './links.ts'

const telephone = (hotline: string): string => `tel:${hotline.replace(/[^\d+]/g, '')}`

/** Help and contact, in the same place on every page (WCAG 3.2.6). */
export const renderFooter = (ctx: ViewContext): Html => html`
<footer class="site-footer"><div class="width footer-row">
<div class="footer-help"><h2>${translate('page.footer.help', ctx.lang)}</h2>
<p><a class="hotline" href="${telephone(ctx.portal.hotline)}">${ctx.portal.hotline}</a><br>${translate('page.footer.hours', ctx.lang)}</p>
<p><a href="mailto:${ctx.portal.feedbackEmail}">${ctx.portal.feedbackEmail}</a></p></div>
<nav aria-label="${translate('page.footer.links', ctx.lang)}"><ul>
<li><a href="${localPath(ctx, '/')}">${translate('page.nav.home', ctx.lang)}</a></li>
<li><a href="${localPath(ctx, '/tra-cuu')}">${translate('page.nav.track', ctx.lang)}</a></li>
<li><a href="${localPath(ctx, '/phan-anh')}">${translate('page.footer.feedback', ctx.lang)}</a></li>
<li><a href="${localPath(ctx, '/thong-ke')}">${translate('page.footer.statistics', ctx.lang)}</a></li></ul></nav>
<div class="footer-note"><h2>${translate('page.footer.access', ctx.lang)}</h2><p>${translate('page.footer.access-text', ctx.lang)}</p></div>
<p class="footer-name">${inLang(ctx.portal.name, ctx.lang)}</p>
</div></footer>`
