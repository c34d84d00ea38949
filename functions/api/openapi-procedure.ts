import type { JsonObject } from '../../forms/index.ts'
import { closed, flag, list, oneOf, open, procedureCode, ref, said, slug, text, time, whole, words } from './shapes.ts'

const condition = said(open, 'Condition on the answers, a JSON Schema; absent: always.')
const tier = oneOf('commune', 'province', 'ministry', 'police', 'other')
const field = closed({ id: slug, title: ref('Text') })

/** Shapes of procedure.json as it is told: forms/engine/procedure.ts says what each part means. */
export const PROCEDURE_SHAPES = {
  Text: closed({ vi: words, en: said(words, 'Empty where there is Vietnamese alone: a listed procedure is not translated.') }),
  Level: closed({
    scheme: said(oneOf('nd-43-2011', 'nd-42-2022', 'nd-224-2026'), 'The decree that the grade is one of.'), grade: { oneOf: [{ type: 'integer', minimum: 1, maximum: 4 }, oneOf('cung-cap-thong-tin', 'mot-phan', 'toan-trinh')] },
    proactive: { type: 'integer', minimum: 1, maximum: 4 }, reason: ref('Text'),
  }, ['proactive', 'reason']),
  LimitRule: closed({
    when: condition, case: ref('Text'), amount: { type: 'number' }, unit: oneOf('workingDays', 'days', 'hours', 'months'), counting: oneOf('receipt', 'next-working-day', 'same-day'), note: ref('Text'), basis: words,
  }, ['when', 'case', 'counting', 'note']),
  FeeRule: closed({ when: condition, case: ref('Text'), amount: said({ type: ['number', 'null'] }, 'VND; null where the province decides.', 8000), note: ref('Text'), basis: words }, ['when', 'case', 'note']),
  ChannelTerms: closed({
    channel: oneOf('online', 'counter', 'post'), limits: list(ref('LimitRule')), fees: list(ref('FeeRule')), limitText: ref('Text'), feeText: ref('Text'), note: ref('Text'),
  }, ['limitText', 'feeText', 'note']),
  Component: closed({
    id: said(text, 'Names the paper wherever files are told of.', 'giay-chung-sinh'), title: ref('Text'), help: ref('Text'), group: ref('Text'), duty: said(oneOf('submit', 'show'), 'Handed in, or shown.'), originals: whole, copies: whole, isForm: flag,
    formFiles: list(text), when: condition,
    upload: closed({ required: flag, accept: list(oneOf('pdf', 'jpg', 'png', 'heic', 'docx')), maxBytes: whole, maxFiles: whole }),
  }, ['help', 'group', 'isForm', 'formFiles', 'when', 'upload']),
  CatalogueEntry: closed({ code: procedureCode, title: ref('Text'), summary: ref('Text'), keywords: list(text), field, agency: ref('Text'), levels: list(ref('Level')), online: flag, version: whole }),
  CataloguePage: closed({ total: whole, procedures: list(ref('CatalogueEntry')), cursor: said(text, 'Send it back for the next page; absent on the last.') }, ['cursor']),
  Procedure: closed({
    code: procedureCode, title: ref('Text'), summary: ref('Text'), keywords: list(text), field,
    agency: closed({ tier, tiers: list(tier), title: ref('Text'), authority: ref('Text'), address: ref('Text'), delegate: ref('Text'), partners: ref('Text'), chosenBy: said(text, 'Pointer of the answer that holds the receiving commune.') }, ['tiers', 'authority', 'address', 'delegate', 'partners', 'chosenBy']),
    kind: ref('Text'), related: ref('Text'), description: ref('Text'), listedBy: said(text, 'Name of the list that it was posted from; absent where the agency published it itself.'),
    audience: list(ref('Text')), levels: list(ref('Level')), decision: words, steps: list(ref('Text')), channels: list(ref('ChannelTerms')), components: list(ref('Component')),
    supplements: closed({ most: { type: 'integer', minimum: 0, maximum: 2 }, clock: oneOf('restart', 'pause'), basis: text }, ['most', 'clock']),
    requirements: list(ref('Text')), results: list(closed({ code: said(text, 'Of the result in the national catalogue.', 'KQ.G15'), title: ref('Text') }, ['code'])),
    legalBasis: list(closed({ number: said(words, 'Empty where the document alone is named.', '60/2014/QH13'), title: ref('Text'), issued: words }, ['issued'])),
    version: whole, publishedAt: time, online: said(flag, 'Is there a form to fill in?'),
  }, ['kind', 'related', 'description', 'listedBy', 'supplements']),
  AnswersSchema: said(open, 'JSON Schema 2020-12 of the answers of this procedure.'),
} satisfies Record<string, JsonObject>
