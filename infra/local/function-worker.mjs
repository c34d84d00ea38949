// One instance of a function, in a thread of its own. Plain JavaScript: it loads the bundle that would be deployed and nothing else.
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const { handler } = await import(pathToFileURL(workerData.entry).href)

const failure = (error) => ({
  errorType: error?.name ?? 'Error', errorMessage: error?.message ?? String(error), trace: String(error?.stack ?? '').split('\n').slice(1, 8),
})

const contextFor = ({ requestId, deadline }) => ({
  awsRequestId: requestId, functionName: workerData.name, functionVersion: '$LATEST', memoryLimitInMB: String(workerData.memory),
  invokedFunctionArn: workerData.arn, logGroupName: workerData.name, logStreamName: 'local', callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
})

// Only JSON crosses the border, as between API Gateway and Lambda: undefined, Dates and class instances do not survive.
parentPort.on('message', async (message) => {
  try {
    const result = await handler(JSON.parse(message.event), contextFor(message))
    parentPort.postMessage({ requestId: message.requestId, result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    parentPort.postMessage({ requestId: message.requestId, error: failure(error) })
  }
})

parentPort.postMessage({ ready: true })
