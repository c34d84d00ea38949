import { renewExamples } from '../../../../forms/documents/draft/renew-examples.ts'
import { changeNode, type NodeChange } from '../../../../forms/authoring/edit/change-node.ts'
import { askedWhen, isRequired, keyOfAsked } from '../../../../forms/authoring/edit/conditions.ts'
import { helpOf, inputTypeOf, listNodes, titleOf, type FormNode } from '../../../../forms/authoring/edit/form-nodes.ts'
import { optionsOf } from '../../../../forms/authoring/edit/question-kinds.ts'
import type { Changed, Work } from '../../../../forms/authoring/edit/work.ts'
import { lintProcedure } from '../../../../forms/authoring/lint.ts'
import type { SourceFile } from '../../../../forms/authoring/source.ts'
import { draftProcedure } from '../../../../forms/documents/draft/draft-procedure.ts'
import { readForm } from '../../../../forms/documents/read/read-form.ts'
import { checkExamplesOnPaper } from '../../../../forms/documents/round-trip/check-examples-on-paper.ts'
import type { Json } from '../../../../forms/engine/json.ts'
import { makeDocx, para } from '../../../documents/make-docx.ts'
import { context } from '../../engine/world.ts'

const heading = (text: string): string => para(`<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`)

/** A form of two parts: a choice and boxes that others can hang on, a date in three holes, room for more. */
export const PAPER = makeDocx([
  para('ĐƠN ĐỀ NGHỊ CẤP THẺ', '<w:jc w:val="center"/>'), heading('I. Người đề nghị'), para('Họ và tên: ............'), para('Ngày sinh: ............'), para('Giới tính: ............'),
  para('Hình thức nhận: ☐ Trực tiếp ☐ Bưu chính'), para('Địa chỉ nhận: ............'), heading('II. Nội dung đề nghị'), para('Công dụng: ............'), para('Đã có thẻ: Có ☐ Không ☐'), para('Số thẻ: ............'),
].join(''))

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

export const drafted = (docx: Uint8Array = PAPER): Work => {
  const { record, schema, map } = draftProcedure(readForm(docx), { context })
  return { record: Object(asJson(record)), schema, map }
}

const read = (file: string, value: unknown): SourceFile => { const text = JSON.stringify(value); return { file, state: 'read', value: JSON.parse(text), text } }

/** What the linter stops at, examples on paper and all, with the examples renewed as the editor renews them. */
export const errorsIn = ({ record, schema, map }: Work, docx: Uint8Array = PAPER): readonly string[] => {
  const { examples } = renewExamples(schema, {}, context)
  const source = { dir: `/x/${String(record['code'])}`, record: read('procedure.json', record), schema: read('form.schema.json', schema), examples: read('examples.json', examples), wordMap: read('form.map.json', map), wordForm: docx }
  return lintProcedure(source, context, checkExamplesOnPaper).filter(({ severity }) => severity === 'error').map(({ file, pointer, message }) => `${file}${pointer}: ${message.en}`)
}

export const nodeCalled = ({ schema }: Pick<Work, 'schema'>, title: string): FormNode => {
  const found = listNodes(schema).find(({ node }) => titleOf(node).vi === title)
  if (!found) throw new Error(`no node is called ${title}: ${listNodes(schema).map(({ node }) => titleOf(node).vi).join('; ')}`)
  return found
}

/** What the page of a node posts where nobody touches it. */
export const untouched = ({ schema }: Pick<Work, 'schema'>, node: FormNode): NodeChange => ({
  title: titleOf(node.node), help: helpOf(node.node), kind: inputTypeOf(node.node), options: optionsOf(node.node).map(titleOf), required: isRequired(schema, node), when: keyOfAsked(askedWhen(schema, node)),
})

export const workOf = (changed: Changed): Work => {
  if ('work' in changed) return changed.work
  throw new Error(changed.wrongs.map(({ field, text }) => `${field}: ${text.en}`).join('; '))
}

export const change = (work: Work, title: string, some: Partial<NodeChange>): Work => {
  const node = nodeCalled(work, title)
  return workOf(changeNode(work, node, { ...untouched(work, node), ...some }))
}
