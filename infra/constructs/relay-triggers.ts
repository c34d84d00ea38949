import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { FilterCriteria, FilterRule, StartingPosition, type Function } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { ATTRIBUTES, HEAD, MESSAGE_PREFIX } from '../../functions/stores/dynamo/keys.ts'

/** Only a head has an outbox; events, aliases and counters need not wake the relay. */
const headsOnly = FilterCriteria.filter({ dynamodb: { Keys: { [ATTRIBUTES.sk]: { S: FilterRule.isEqual(HEAD) } } } })

/** The stream rings at once; the sweep every minute is the guarantee when a ring was lost. */
export const ringRelay = (scope: Construct, relay: Function, table: TableV2, dead: Queue): void => {
  relay.addEventSource(new DynamoEventSource(table, {
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(1),
    onFailure: new SqsDlq(dead),
    filters: [headsOnly],
  }))
  new Rule(scope, 'Sweep', {
    description: 'Relays what no ring told of',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(relay, { deadLetterQueue: dead, retryAttempts: 2, maxEventAge: Duration.minutes(5) })],
  })
}

/** New messages alone: what an attempt writes must not ring again. */
const newMessages = FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT'), dynamodb: { Keys: { [ATTRIBUTES.sk]: { S: FilterRule.beginsWith(MESSAGE_PREFIX) } } } })

/** The same for webhooks: a new message is sent at once, and every minute whatever is due again. A lost ring costs a minute, so none is kept. */
export const ringDelivery = (scope: Construct, deliver: Function, table: TableV2, dead: Queue): void => {
  deliver.addEventSource(new DynamoEventSource(table, {
    startingPosition: StartingPosition.LATEST, batchSize: 100, retryAttempts: 1, maxRecordAge: Duration.minutes(5), onFailure: new SqsDlq(dead), filters: [newMessages],
  }))
  new Rule(scope, 'DueDeliveries', {
    description: 'Sends webhooks that are due',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(deliver, { deadLetterQueue: dead, retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  })
}
