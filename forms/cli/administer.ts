import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json, JsonObject } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { invokeFunction, stackOutputs } from './aws.ts'
import { EXIT, Problem, type Call } from './command.ts'
import { askPortal, dataFolder, runningPortal } from './local-portal.ts'

const onStack = async (stack: string, request: JsonObject): Promise<Json> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-administer-'))
  try {
    return await invokeFunction((await stackOutputs(stack, 'AdministerFunction')).AdministerFunction, request, folder)
  } finally {
    // A new key's text is in there.
    await rm(folder, { recursive: true, force: true })
  }
}

const locally = async (request: JsonObject, call: Call): Promise<Json> => {
  const data = dataFolder(call.env)
  if (!(await runningPortal(data))) {
    throw new Problem(EXIT.environment, {
      vi: 'Chưa có cổng nào đang chạy trên máy này. Chạy "npm start" ở cửa sổ khác, hoặc thêm --stack TÊN cho cổng trên AWS.',
      en: 'No portal is running on this machine. Run "npm start" in another window, or add --stack NAME for a portal on AWS.',
    })
  }
  return askPortal(data, request)
}

/** Has the portal's operator job do something, here or on AWS; throws Problem with what it refuses. */
export const administer = async (request: JsonObject, call: Call): Promise<JsonObject> => {
  const stack = call.value('stack')
  const answer = await (stack === undefined ? locally(request, call) : onStack(stack, request))
  const body = isObject(answer) ? answer : {}
  const result = body['result']
  if (body['ok'] !== true || !isObject(result)) throw new Problem(EXIT.environment, { vi: `Cổng báo lỗi: ${String(body['error'])}`, en: `The portal failed: ${String(body['error'])}` })
  const message = result['message']
  if (result['kind'] === 'refused' && isObject(message)) throw new Problem(EXIT.input, { vi: String(message['vi']), en: String(message['en']) }, { code: String(result['code']) })
  return result
}
