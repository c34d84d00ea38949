import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveFixture, synthesizeFixture } from './fixture-host.ts'

/** Runs the writer on a folder until it has had `wanted` writes acknowledged, then kills it as a power cut would. */
const writeUntilKilled = (folder: string, wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'fixture-writer.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let acknowledged = 0
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      acknowledged += text.split('\n').length - 1
      if (acknowledged >= wanted) child.kill('SIGKILL')
    })
    child.once('exit', (_, signal) => (signal === 'SIGKILL' ? resolve(acknowledged) : reject(new Error('the writer ended by itself'))))
  })

test('a host that was killed in the middle of writing starts again on the same data, and nothing acknowledged is lost or torn', async () => {
  const folder = synthesizeFixture()
  const acknowledged = await writeUntilKilled(folder, 25)
  const fixture = await serveFixture(folder)
  const credentials = fixture.host.callerOf(fixture.functionId('Page'))
  const options = { region: 'ap-southeast-1', ...(credentials && { credentials }), maxAttempts: 1 }
  const table = new DynamoDBClient({ ...options, endpoint: fixture.host.endpoints.dynamodb })
  const files = new S3Client({ ...options, endpoint: fixture.host.endpoints.s3 })

  const { Items = [] } = await table.send(new QueryCommand({ TableName: fixture.physical('Table'), KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'written' } } }))
  expect(Items.length).toBeGreaterThanOrEqual(acknowledged)
  for (let number = 0; number < acknowledged; number += 1) {
    const { Body } = await files.send(new GetObjectCommand({ Bucket: fixture.physical('Files'), Key: `open/${number}` }))
    expect(await Body?.transformToString()).toBe(`content ${number} `.repeat(5000))
  }
  await fixture.stop()
}, 120_000)
