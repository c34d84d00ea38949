import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

type Pace = { readonly maxAttempts: number; readonly connectionTimeout: number; readonly requestTimeout: number }

/** Somebody waits for the page: better an honest 503 with the answers on it within about 4 s than a spinner. */
export const INTERACTIVE: Pace = { maxAttempts: 3, connectionTimeout: 500, requestTimeout: 1_500 }

/** Nobody waits: the queue or the schedule would only repeat it. */
export const BACKGROUND: Pace = { maxAttempts: 6, connectionTimeout: 1_000, requestTimeout: 5_000 }

/** Document client at the endpoint and region of the environment. Numbers and nested values as plain JavaScript. */
export const dynamoClient = ({ maxAttempts, connectionTimeout, requestTimeout }: Pace): DynamoDBDocumentClient =>
  documentClient(new DynamoDBClient({ maxAttempts, requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true } }))

/** The same around a client made elsewhere (tests bring their own endpoint). */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true }, unmarshallOptions: { wrapNumbers: false } })
