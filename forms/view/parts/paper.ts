import type { Component, FileType } from '../../engine/procedure.ts'
import type { Issue } from '../../engine/issue.ts'
import { issueText } from '../../fields/issue-text.ts'
import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { attribute, html, type Html } from '../html.ts'
import type { Paper } from '../props.ts'
import { renderFile } from './files.ts'
import { formatBytes, inLang } from './format.ts'
import { isError } from './issues.ts'

/** MIME types and endings for `accept`: phones go by the first, desktops by the second. */
const ACCEPT: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf,.pdf', jpg: 'image/jpeg,.jpg,.jpeg', png: 'image/png,.png', heic: 'image/heic,image/heif,.heic,.heif',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document,.docx',
}

type Picker = { readonly component: Component; readonly upload: NonNullable<Component['upload']>; readonly left: number; readonly wrong: boolean }

/** The limit stands at the picker itself: TT 32/2017 asks for it. */
const renderPicker = (ctx: ViewContext, { component, upload, left, wrong }: Picker): Html => {
  const limits = translate(upload.maxFiles === 1 ? 'page.papers.limits-one' : 'page.papers.limits', ctx.lang, {
    size: formatBytes(upload.maxBytes, ctx.lang), types: upload.accept.map((type) => type.toUpperCase()).join(', '), files: upload.maxFiles, left,
  })
  const id = `f-papers-${component.id}`
  return html`<p class="file-limits" id="${id}-limits">${limits}</p>
${left > 0 ? html`<div class="picker"><label for="${id}">${translate('page.papers.choose', ctx.lang)}<span class="visually-hidden">: ${inLang(component.title, ctx.lang)}</span></label>
<input type="file" id="${id}" name="file.${component.id}" accept="${upload.accept.map((type) => ACCEPT[type]).join(',')}"${attribute('multiple', left > 1)} data-max-bytes="${upload.maxBytes}" data-left="${left}" aria-describedby="${id}-limits${wrong ? ` ${id}-error` : ''}"${attribute('aria-invalid', wrong && 'true')}>
<button class="button button--quiet" type="submit" name="_intent" value="upload">${translate('page.papers.upload', ctx.lang)}<span class="visually-hidden">: ${inLang(component.title, ctx.lang)}</span></button></div>` : html`<p class="quiet" id="${id}" tabindex="-1">${translate('page.papers.full', ctx.lang)}</p>`}`
}

/** A component on a page that takes files: its help, its issues, its files, and a picker that says its limits. */
export const renderPaper = (ctx: ViewContext, { component, files }: Paper, issues: readonly Issue[]): Html => {
  const { upload } = component
  const own = issues.filter((issue) => issue.pointer === `/papers/${component.id}`)
  const id = `f-papers-${component.id}`
  const title = inLang(component.title, ctx.lang)
  return html`<section class="paper${own.some(isError) ? ' field--error' : ''}" data-component="${component.id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}${upload && !upload.required ? html` <span class="field__optional">${translate('page.papers.optional', ctx.lang)}</span>` : ''}</h2>
${component.help ? html`<p class="field__help">${inLang(component.help, ctx.lang)}</p>` : ''}
${own.length > 0 ? html`<div id="${id}-error">${own.map((issue) => html`<p class="${isError(issue) ? 'field__error' : 'field__warning'}">${issueText(issue, ctx.lang, title)}</p>`)}</div>` : ''}
<ul class="files">${files.map((file) => renderFile(ctx, file))}</ul>
${upload ? renderPicker(ctx, { component, upload, left: upload.maxFiles - files.filter(({ state }) => state !== 'uploading').length, wrong: own.length > 0 }) : ''}</section>`
}
