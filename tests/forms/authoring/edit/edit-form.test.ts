import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addQuestion } from '../../../../forms/authoring/edit/add-question.ts'
import { changeNode } from '../../../../forms/authoring/edit/change-node.ts'
import { askedWhen, choicesBefore, isRequired } from '../../../../forms/authoring/edit/conditions.ts'
import { dropNode } from '../../../../forms/authoring/edit/drop-node.ts'
import { isContainer, isShared, listNodes, titleOf } from '../../../../forms/authoring/edit/form-nodes.ts'
import { moveNode } from '../../../../forms/authoring/edit/move-node.ts'
import { NEW_PAGE } from '../../../../forms/authoring/edit/new-page.ts'
import { relocateNode } from '../../../../forms/authoring/edit/relocate-node.ts'
import { QUESTION_KINDS } from '../../../../forms/authoring/edit/question-kinds.ts'
import type { Work } from '../../../../forms/authoring/edit/work.ts'
import { compileForm } from '../../../../forms/compile/index.ts'
import { withValueAt } from '../../../../forms/engine/pointer.ts'
import { fieldStates } from '../../../../forms/index.ts'
import { listProcedureFolders, readProcedureFolder } from '../../../../forms/compile/read-folder.ts'
import { goldForms } from '../../../documents/read/gold.ts'
import { change, drafted, errorsIn, nodeCalled, untouched, workOf } from './edit-source.ts'

const HELP = { vi: 'Ghi rõ.', en: 'Say it.' }
const says = (vi: string, en = ''): { readonly vi: string; readonly en: string } => ({ vi, en })
const holeOf = (work: Work, n: number) => work.map.holes.find((one) => one.n === n)
const newQuestion = { title: says('Người giới thiệu'), help: HELP, kind: 'person-name', options: [], required: false, when: '', into: '/nguoiDeNghi', page: says(''), why: 'Mẫu không có chỗ ghi' }
const fieldAt = (work: Work, pointer: string) => compileForm(work.schema).sections.flatMap(({ fields }) => fields).find((field) => field.pointer === pointer)
const whenOf = (work: Work, title: string, question: string, answer: string): string =>
  choicesBefore(work.schema, nodeCalled(work, title)).find((one) => one.question.vi === question && one.answer.vi === answer)?.key ?? 'none'

describe('a page that is saved untouched', () => {
  it('changes nothing in any procedure that is shipped', async () => {
    const folders = await listProcedureFolders(join(import.meta.dirname, '../../../../forms/procedures'))
    let nodes = 0
    for (const dir of folders) {
      const { schema } = await readProcedureFolder(dir)
      if (schema.state !== 'read') continue
      const work: Work = { record: {}, schema: Object(schema.value), map: { holes: [], unprinted: [] } }
      for (const node of listNodes(work.schema).filter((one) => !isShared(one))) {
        nodes += 1
        expect(changeNode(work, node, untouched(work, node)), `${dir}${node.pointer}`).toEqual({ work })
      }
    }
    expect(nodes).toBeGreaterThan(300)
  })

  const real = goldForms()
  it.skipIf(real.length === 0)('changes nothing in the drafts of real forms', () => {
    for (const { form, docx } of real) {
      const work = drafted(docx)
      for (const node of listNodes(work.schema)) expect(changeNode(work, node, untouched(work, node)), `${form}${node.pointer}`).toEqual({ work })
    }
  })
})

describe('a question', () => {
  it('gets another kind, and with it other keywords and another way to be written on paper', () => {
    const dated = change(drafted(), 'Công dụng', { kind: 'date' })
    expect(fieldAt(dated, '/noiDungDeNghi/congDung')).toMatchObject({ kind: 'date', title: { vi: 'Công dụng' } })
    const back = change(dated, 'Công dụng', { kind: 'long-text' })
    expect(fieldAt(back, '/noiDungDeNghi/congDung')).toMatchObject({ kind: 'long-text' })
    expect([...errorsIn(dated), ...errorsIn(back)]).toEqual([])
  })

  it('is chosen from what the author lists; an option that is renamed keeps its value, and English comes by itself', () => {
    const listed = change(drafted(), 'Công dụng', { kind: 'radios', options: [says('Mất thẻ'), says('Hỏng thẻ', 'Damaged card')] })
    const renamed = change(listed, 'Công dụng', { options: [says('Bị mất thẻ'), says('Hỏng thẻ', 'Damaged card'), says('Khác')] })
    const swapped = change(listed, 'Công dụng', { options: [says('Hỏng thẻ', 'Broken card'), says('Thẻ đã mất')] })
    expect(fieldAt(listed, '/noiDungDeNghi/congDung')?.options).toMatchObject([{ value: 'mat-the', title: { vi: 'Mất thẻ' } }, { value: 'hong-the', title: { vi: 'Hỏng thẻ', en: 'Damaged card' } }])
    expect(fieldAt(renamed, '/noiDungDeNghi/congDung')?.options?.map(({ value }) => value)).toEqual(['bi-mat-the', 'hong-the', 'khac'])
    expect(fieldAt(swapped, '/noiDungDeNghi/congDung')?.options?.map(({ value }) => value)).toEqual(['hong-the', 'the-da-mat'])
    const mended = change(listed, 'Công dụng', { options: [says('Thẻ bị mất'), says('Hỏng thẻ', 'Damaged card')] })
    expect(fieldAt(mended, '/noiDungDeNghi/congDung')?.options?.map(({ value }) => value)).toEqual(['mat-the', 'hong-the'])
    expect(errorsIn(listed)).toEqual([])
  })

  it('is asked on an answer before it, is owed then alone, and always again', () => {
    const free = drafted()
    const when = whenOf(free, 'Địa chỉ nhận', 'Hình thức nhận', 'Bưu chính')
    const asked = change(free, 'Địa chỉ nhận', { when, required: true })
    expect(asked.schema['properties']).toMatchObject({ nguoiDeNghi: {
      if: { required: ['hinhThucNhan'], properties: { hinhThucNhan: { const: 'buu-chinh' } } }, then: { required: ['diaChiNhan'] }, else: { properties: { diaChiNhan: false } },
      required: expect.not.arrayContaining(['diaChiNhan']),
    } })
    expect(askedWhen(asked.schema, nodeCalled(asked, 'Địa chỉ nhận'))).toEqual({ at: '/properties/nguoiDeNghi/properties/hinhThucNhan', answer: 'buu-chinh', many: false })
    expect(errorsIn(asked)).toEqual([])
    expect(change(asked, 'Địa chỉ nhận', { when: '', required: true })).toEqual(free)
  })

  it('shares a condition with others, and parts hang on answers of earlier parts', () => {
    const free = change(drafted(), 'Giới tính', { kind: 'yes-no' })
    const when = whenOf(free, 'Hình thức nhận', 'Giới tính', 'Có')
    const two = change(change(free, 'Hình thức nhận', { when, required: true }), 'Địa chỉ nhận', { when, required: false })
    expect(two.schema['properties']).toMatchObject({ nguoiDeNghi: { if: { properties: { gioiTinh: { const: true } } }, then: { required: ['hinhThucNhan'] }, else: { properties: { hinhThucNhan: false, diaChiNhan: false } } } })
    const part = change(free, 'Nội dung đề nghị', { when: whenOf(free, 'Nội dung đề nghị', 'Giới tính', 'Không'), required: true })
    expect(part.schema).toMatchObject({ if: { properties: { nguoiDeNghi: { properties: { gioiTinh: { const: false } } } } }, then: { required: ['noiDungDeNghi'] }, else: { properties: { noiDungDeNghi: false } } })
    expect(errorsIn(part)).toEqual([])
  })

  it('hangs on an answer of another part, where both are in, until its part goes', () => {
    const free = drafted()
    const when = whenOf(free, 'Số thẻ', 'Hình thức nhận', 'Bưu chính')
    const asked = change(free, 'Số thẻ', { when, required: true })
    expect(asked.schema).toMatchObject({
      if: { required: ['nguoiDeNghi'], properties: { nguoiDeNghi: { required: ['hinhThucNhan'], properties: { hinhThucNhan: { const: 'buu-chinh' } } } } },
      then: { properties: { noiDungDeNghi: { required: ['soThe'] } } }, else: { properties: { noiDungDeNghi: { properties: { soThe: false } } } },
    })
    expect(untouched(asked, nodeCalled(asked, 'Số thẻ'))).toMatchObject({ when, required: true })
    expect(changeNode(asked, nodeCalled(asked, 'Số thẻ'), untouched(asked, nodeCalled(asked, 'Số thẻ')))).toEqual({ work: asked })
    const states = (answer: string) => fieldStates(compileForm(asked.schema), { nguoiDeNghi: { hinhThucNhan: answer } })('/noiDungDeNghi/soThe')
    expect([states('buu-chinh'), states('truc-tiep')]).toMatchObject([{ visible: true, required: true }, { visible: false, required: false }])
    expect(dropNode(asked, nodeCalled(asked, 'Hình thức nhận'), 'Không cần')).toMatchObject({ wrongs: [{ text: { en: expect.stringContaining('Số thẻ') } }] })
    const dropped = workOf(dropNode(asked, nodeCalled(asked, 'Nội dung đề nghị'), 'Không cần'))
    expect(dropped.schema['if']).toBeUndefined()
    expect([...errorsIn(asked), ...errorsIn(dropped)]).toEqual([])
    expect(change(asked, 'Số thẻ', { when: '', required: isRequired(free.schema, nodeCalled(free, 'Số thẻ')) })).toEqual(free)
  })

  it('in rows hangs on what its own row says, and nothing outside hangs on a row', () => {
    const rows = { title: 'Con', 'x-dvc-en': { title: 'Children' }, 'x-jsf-presentation': { inputType: 'repeating-group' }, type: 'array', items: { type: 'object', properties: {
      laConNuoi: { title: 'Là con nuôi', type: 'boolean', 'x-jsf-presentation': { inputType: 'yes-no' } }, quyetDinh: { title: 'Số quyết định', type: 'string', 'x-jsf-presentation': { inputType: 'text' } } } } }
    const work = drafted()
    const schema = withValueAt(work.schema, '/properties/nguoiDeNghi/properties/con', rows)
    const questions = (title: string) => [...new Set(choicesBefore(schema, nodeCalled({ schema }, title)).map(({ question }) => question.vi))]
    expect(questions('Số quyết định')).toEqual(['Là con nuôi'])
    expect(questions('Số thẻ')).not.toContain('Là con nuôi')
  })

  it('keeps a condition that a person wrote in a shape of their own', () => {
    const own = { if: { required: ['congDung'], properties: { congDung: { minLength: 20 } } }, then: { required: ['soThe'] }, else: { properties: { soThe: false } } }
    const work = drafted()
    const page = Object(Object(work.schema['properties'])['noiDungDeNghi'])
    const byHand: Work = { ...work, schema: { ...work.schema, properties: { ...Object(work.schema['properties']), noiDungDeNghi: { ...page, required: ['congDung', 'daCoThe'], ...own } } } }
    expect(askedWhen(byHand.schema, nodeCalled(byHand, 'Số thẻ'))).toBe('byHand')
    const when = whenOf(byHand, 'Số thẻ', 'Đã có thẻ', 'Có')
    expect(change(byHand, 'Số thẻ', { title: says('Số thẻ cũ', 'Old number'), when: 'byHand' }).schema['properties']).toMatchObject({ noiDungDeNghi: { ...own, properties: { soThe: { title: 'Số thẻ cũ', 'x-dvc-en': { title: 'Old number' } } } } })
    const both = change(byHand, 'Công dụng', { required: false })
    expect(both.schema['properties']).toMatchObject({ noiDungDeNghi: own })
    expect(when).not.toBe('none')
  })

  it('is refused with what to do where something is missing', () => {
    const work = drafted()
    const node = nodeCalled(work, 'Công dụng')
    const fields = (some: object) => { const changed = changeNode(work, node, { ...untouched(work, node), ...some }); return 'wrongs' in changed ? changed.wrongs.map(({ field }) => field) : [] }
    expect(fields({ title: says('  ') })).toEqual(['title.vi'])
    expect(fields({ help: says('') })).toEqual(['help.vi'])
    expect(fields({ kind: 'radios', options: [says('Một')] })).toEqual(['options.vi'])
    expect(fields({ kind: 'checkboxes', options: [says('Một'), says('Một')] })).toEqual(['options.vi'])
    expect(fields({ kind: 'checkboxes', options: [says('Một')] })).toEqual([])
  })
})

describe('taking out and putting in', () => {
  it('leaves the hole empty with its reason, and asks for it again', () => {
    const work = drafted()
    const dropped = workOf(dropNode(work, nodeCalled(work, 'Số thẻ'), 'Cơ quan ghi'))
    const hole = work.map.holes.find((one) => 'answer' in one && one.answer === '/noiDungDeNghi/soThe')?.n ?? 0
    expect(holeOf(dropped, hole)).toEqual({ n: hole, label: 'Số thẻ', none: 'Cơ quan ghi' })
    expect(errorsIn(dropped)).toEqual([])
    const again = workOf(addQuestion(dropped, { ...newQuestion, title: says('Số thẻ cũ'), kind: 'text', into: '/noiDungDeNghi', hole }))
    expect(holeOf(again, hole)).toEqual({ n: hole, label: 'Số thẻ', answer: '/noiDungDeNghi/soTheCu' })
    expect(errorsIn(again)).toEqual([])
  })

  it('takes a part with its last question, and refuses what others hang on', () => {
    const work = drafted()
    const without = ['Công dụng', 'Đã có thẻ', 'Số thẻ'].reduce((now, title) => workOf(dropNode(now, nodeCalled(now, title), 'Không cần')), work)
    expect(listNodes(without.schema).map(({ node }) => titleOf(node).vi)).not.toContain('Nội dung đề nghị')
    expect(errorsIn(without)).toEqual([])
    const hanging = change(work, 'Địa chỉ nhận', { when: whenOf(work, 'Địa chỉ nhận', 'Hình thức nhận', 'Bưu chính') })
    expect(dropNode(hanging, nodeCalled(hanging, 'Hình thức nhận'), 'Không cần')).toMatchObject({ wrongs: [{ field: 'why', text: { en: expect.stringContaining('Địa chỉ nhận') } }] })
    expect(dropNode(work, nodeCalled(work, 'Số thẻ'), ' ')).toMatchObject({ wrongs: [{ field: 'why' }] })
  })

  it('asks what no paper shows, with the reason in the map', () => {
    const added = workOf(addQuestion(drafted(), newQuestion))
    expect(added.map.unprinted).toContainEqual({ answer: '/nguoiDeNghi/nguoiGioiThieu', why: 'Mẫu không có chỗ ghi' })
    expect(errorsIn(added)).toEqual([])
    expect(addQuestion(drafted(), { ...newQuestion, into: '/nowhere' })).toMatchObject({ wrongs: [{ field: 'into' }] })
    expect(addQuestion(drafted(), { ...newQuestion, why: '' })).toMatchObject({ wrongs: [{ field: 'why' }] })
  })

  it('moves up and down among its own, and stays at the ends', () => {
    const work = drafted()
    const names = (schema: Work['schema']): readonly string[] => listNodes(schema).filter(({ owner }) => owner === '/properties/noiDungDeNghi').map(({ node }) => titleOf(node).vi)
    expect(names(moveNode(work.schema, nodeCalled(work, 'Số thẻ'), -1))).toEqual(['Công dụng', 'Số thẻ', 'Đã có thẻ'])
    expect(moveNode(work.schema, nodeCalled(work, 'Số thẻ'), 1)).toEqual(work.schema)
    expect(errorsIn({ ...work, schema: moveNode(work.schema, nodeCalled(work, 'Nội dung đề nghị'), -1) })).toEqual([])
  })
})

describe('another part', () => {
  it('takes a question with its hole, under a name that is free there, and goes where it was the last', () => {
    const moved = workOf(relocateNode(drafted(), nodeCalled(drafted(), 'Số thẻ'), { into: '/nguoiDeNghi', page: says('') }))
    expect(moved.map.holes.find(({ label }) => label === 'Số thẻ')).toMatchObject({ answer: '/nguoiDeNghi/soThe' })
    const again = workOf(addQuestion(moved, { ...newQuestion, title: says('Số thẻ'), kind: 'text', into: '/noiDungDeNghi' }))
    const twice = workOf(relocateNode(again, listNodes(again.schema).find(({ pointer }) => pointer === '/noiDungDeNghi/soThe') ?? nodeCalled(again, 'Số thẻ'), { into: '/nguoiDeNghi', page: says('') }))
    expect(twice.map.unprinted).toContainEqual({ answer: '/nguoiDeNghi/soThe2', why: 'Mẫu không có chỗ ghi' })
    const all = ['Công dụng', 'Đã có thẻ', 'Số thẻ'].reduce((now, title) => workOf(relocateNode(now, nodeCalled(now, title), { into: '/nguoiDeNghi', page: says('') })), drafted())
    expect(listNodes(all.schema).filter(({ what }) => what === 'page').map(({ name }) => name)).toEqual(['nguoiDeNghi', 'camDoan'])
    expect([...errorsIn(moved), ...errorsIn(twice), ...errorsIn(all)]).toEqual([])
  })

  it('is made where there is none, before the declaration, and owed where its question is', () => {
    const made = workOf(relocateNode(drafted(), nodeCalled(drafted(), 'Công dụng'), { into: NEW_PAGE, page: says('Thông tin thêm', 'More') }))
    expect(listNodes(made.schema).filter(({ what }) => what === 'page').map(({ name }) => name)).toEqual(['nguoiDeNghi', 'noiDungDeNghi', 'thongTinThem', 'camDoan'])
    expect(made.schema).toMatchObject({ required: expect.arrayContaining(['thongTinThem']), properties: { thongTinThem: { 'x-dvc-en': { title: 'More' }, 'x-jsf-presentation': { slug: 'thong-tin-them' }, required: ['congDung'] } } })
    const added = workOf(addQuestion(made, { ...newQuestion, into: NEW_PAGE, page: says('Thông tin thêm') }))
    expect(listNodes(added.schema).find(({ name }) => name === 'thongTinThem2')?.node).toMatchObject({ 'x-jsf-presentation': { slug: 'thong-tin-them-2' } })
    expect([...errorsIn(made), ...errorsIn(added)]).toEqual([])
    expect(relocateNode(made, nodeCalled(made, 'Số thẻ'), { into: NEW_PAGE, page: says(' ') })).toMatchObject({ wrongs: [{ field: 'page.vi' }] })
  })

  it('is refused where others hang on what would go, and keeps the answer that it hangs on, where that still comes before', () => {
    const asked = change(drafted(), 'Số thẻ', { when: whenOf(drafted(), 'Số thẻ', 'Đã có thẻ', 'Có'), required: true })
    expect(relocateNode(asked, nodeCalled(asked, 'Đã có thẻ'), { into: '/nguoiDeNghi', page: says('') })).toMatchObject({ wrongs: [{ text: { en: expect.stringContaining('Số thẻ') } }] })
    const moved = workOf(relocateNode(asked, nodeCalled(asked, 'Số thẻ'), { into: '/nguoiDeNghi', page: says('') }))
    expect(askedWhen(moved.schema, nodeCalled(moved, 'Số thẻ'))).toBeUndefined()
    expect(JSON.stringify(moved.schema)).not.toContain('"soThe":false')
    const kept = workOf(relocateNode(asked, nodeCalled(asked, 'Số thẻ'), { into: NEW_PAGE, page: says('Thẻ') }))
    expect(untouched(kept, nodeCalled(kept, 'Số thẻ'))).toMatchObject({ when: whenOf(asked, 'Số thẻ', 'Đã có thẻ', 'Có'), required: true })
    expect(kept.schema).toMatchObject({ then: { properties: { the: { required: ['soThe'] } } } })
    expect([...errorsIn(moved), ...errorsIn(kept)]).toEqual([])
  })
})

describe('any run of changes', () => {
  const STEPS = fc.array(fc.tuple(fc.nat(6), fc.nat(), fc.nat()), { maxLength: 6 })
  const pick = <Thing>(list: readonly Thing[], n: number): Thing | undefined => list[n % Math.max(1, list.length)]
  const TEXTS = ['text', 'long-text', 'person-name', 'organisation', 'number', 'phone', 'tax-code', 'address']
  const step = (work: Work, [what, a, b]: readonly [number, number, number]): Work => {
    const questions = listNodes(work.schema).filter(({ what: kind, pointer }) => kind === 'question' && !pointer.startsWith('/camDoan'))
    const node = pick(questions, a)
    if (!node || questions.length < 4) return work
    const own = untouched(work, node)
    const done = what === 0 ? dropNode(work, node, 'Không cần')
      : what === 6 ? dropNode(work, pick(listNodes(work.schema).filter((one) => isContainer(one) && one.pointer !== '/camDoan'), b) ?? node, 'Không cần')
      : what === 1 ? addQuestion(work, { ...newQuestion, kind: pick(TEXTS, b) ?? 'text', into: pick(listNodes(work.schema).filter((one) => isContainer(one) && one.pointer !== '/camDoan'), b)?.pointer ?? '' })
        : what === 2 ? { work: { ...work, schema: moveNode(work.schema, node, b % 2 === 0 ? 1 : -1) } }
          : what === 3 ? changeNode(work, node, { ...own, required: b % 2 === 0, when: pick(['', ...choicesBefore(work.schema, node).map(({ key }) => key)], b) ?? '' })
            : what === 4 ? relocateNode(work, node, { into: pick([NEW_PAGE, ...listNodes(work.schema).filter((one) => isContainer(one) && one.pointer !== '/camDoan').map(({ pointer }) => pointer)], b) ?? '', page: says('Phần mới') })
              : changeNode(work, node, { ...own, title: says(`Câu ${b}`) })
    return 'work' in done ? done.work : work
  }

  it('leaves a form that can be published, every hole mapped and every answer on paper or excused', () => {
    fc.assert(fc.property(STEPS, (steps) => {
      const work = steps.reduce(step, drafted())
      // Nobody may be left with nothing to answer; whether that is so is the author's to say.
      expect(errorsIn(work).filter((error) => !error.includes('An empty form could be filed'))).toEqual([])
    }), { numRuns: 30 })
  })

  it('has a name in both languages for every kind that it offers', () => {
    for (const { vi, en } of Object.values(QUESTION_KINDS)) { expect(vi).not.toBe(''); expect(en).not.toBe(vi) }
  })
})
