import { isMessageKey, translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { attribute, html, type Html } from '../html.ts'
import type { FileState, Paper, PaperFile } from '../props.ts'
import { formatBytes, inLang } from './format.ts'
import { localPath } from './links.ts'

const TONES: Readonly<Record<FileState, string>> = { uploading: 'wait', scanning: 'wait', clean: 'good', infected: 'bad', unscannable: 'bad' }

export const renderFileState = (ctx: ViewContext, state: FileState): Html =>
  html`<span class="status status--${TONES[state]}">${translate(`page.file.${state}`, ctx.lang)}</span>`

/** What to do about a file that cannot be used: its own reason, or the general one of its state. */
const whatToDo = (ctx: ViewContext, file: PaperFile): string | undefined => {
  if (file.reason && isMessageKey(file.reason)) return translate(file.reason, ctx.lang)
  return file.state === 'clean' ? undefined : translate(`page.file.${file.state}-text`, ctx.lang)
}

const renderName = (ctx: ViewContext, file: PaperFile): Html =>
  file.href ? html`<a href="${localPath(ctx, file.href)}">${file.fileName}</a>` : html`<span>${file.fileName}</span>`

/** One file on the papers page: name, size, state, what to do, and the button that takes it away. */
export const renderFile = (ctx: ViewContext, file: PaperFile): Html => {
  const advice = whatToDo(ctx, file)
  return html`<li class="file" data-file="${file.id}"${attribute('data-state', file.state)}><div class="file-head"><span class="file-name">${renderName(ctx, file)} <span class="quiet">(${formatBytes(file.bytes, ctx.lang)})</span></span>${renderFileState(ctx, file.state)}</div>
${advice ? html`<p class="file-advice">${advice}</p>` : ''}
${file.removable ? html`<button class="button button--link" type="submit" name="_intent" value="remove:${file.id}">${translate('page.papers.remove', ctx.lang)}<span class="visually-hidden">: ${file.fileName}</span></button>` : ''}</li>`
}

/** Files by name and size, each with the link that opens it. */
export const renderFileList = (ctx: ViewContext, files: readonly PaperFile[]): Html =>
  html`<ul class="plain">${files.map((file) => html`<li>${renderName(ctx, file)} <span class="quiet">(${formatBytes(file.bytes, ctx.lang)})</span> ${file.state === 'clean' ? '' : renderFileState(ctx, file.state)}</li>`)}</ul>`

/** Components with the files given for them, to be read only: review, receipt, copy, tracking. */
export const renderPapersList = (ctx: ViewContext, papers: readonly Paper[]): Html => html`
<dl class="summary">${papers.map(({ component, files }) => html`<div><dt>${inLang(component.title, ctx.lang)}</dt><dd>${files.length === 0
  ? html`<span class="quiet">${translate(component.isForm ? 'page.papers.is-form' : component.upload ? 'page.papers.none' : 'page.papers.at-desk', ctx.lang)}</span>`
  : renderFileList(ctx, files)}</dd></div>`)}</dl>`
