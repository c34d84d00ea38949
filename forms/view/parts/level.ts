import { levelId, shownLevels } from '../../engine/search.ts'
import type { Lang } from '../../engine/json.ts'
import type { Level } from '../../engine/procedure.ts'
import { isMessageKey, translate } from '../../messages/translate.ts'
import { html, type Html } from '../html.ts'

export const levelTitle = (id: string, lang: Lang): string => {
  const key = `page.level.${id}`
  return isMessageKey(key) ? translate(key, lang) : id
}

/** Level 2 or 3 and the grade that holds today as tags, or nothing for a record without any. */
export const renderLevelTag = (levels: readonly Level[], lang: Lang): Html => html`${shownLevels(levels).map((level) =>
  html`<span class="tag tag--${levelId(level)}">${levelTitle(levelId(level), lang)}</span>`)}`

/** All grades with the law that each belongs to, newest first: a bare number says nothing. */
export const renderLevels = (levels: readonly Level[], lang: Lang): Html => html`<ul class="plain">${levels.toReversed().map((level) =>
  html`<li>${levelTitle(levelId(level), lang)} <span class="quiet">(${translate(`page.scheme.${level.scheme}`, lang)})</span></li>`)}</ul>`
