import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { serveFixture } from './fixture-host.ts'

// Run as `node fixture-writer.ts FOLDER`: serves the fixture and writes without a pause, printing each number that both
// stores have acknowledged, until someone kills it.
const fixture = await serveFixture(process.argv[2] ?? '')
const credentials = fixture.host.callerOf(fixture.functionId('Page'))
const options = { region: 'ap-southeast-1', ...(credentials && { credentials }), maxAttempts: 1 }
const table = new DynamoDBClient({ ...options, endpoint: fixture.host.endpoints.dynamodb })
const files = new S3Client({ ...options, endpoint: fixture.host.endpoints.s3 })

for (let number = 0; ; number += 1) {
  await table.send(new PutItemCommand({ TableName: fixture.physical('Table'), Item: { pk: { S: 'written' }, sk: { S: String(number) } } }))
  await files.send(new PutObjectCommand({ Bucket: fixture.physical('Files'), Key: `open/${number}`, Body: `content ${number} `.repeat(5000) }))
  process.stdout.write(`${number}\n`)
}
