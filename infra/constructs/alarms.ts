import { Duration } from 'aws-cdk-lib'
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import type { PortalFunctions } from './portal-functions.ts'

/** One thing worth waking someone for. */
type Watch = { readonly id: string; readonly means: string; readonly metric: IMetric; readonly above: number; readonly minutes?: number }

export type Watched = {
  readonly functions: PortalFunctions
  readonly stage: HttpStage
  readonly table: TableV2
  readonly dead: readonly Queue[]
}

const FIVE_MINUTES = { period: Duration.minutes(5), statistic: Stats.SUM }

const ofFunction = (fn: Function): Watch[] => [
  { id: `${fn.node.id}Errors`, means: `${fn.node.id}: a bug, or something it stands on is down. Look in its log group.`, metric: fn.metricErrors(FIVE_MINUTES), above: 0 },
  { id: `${fn.node.id}Throttles`, means: `${fn.node.id}: more at once than the account allows; people see 503. Raise the Lambda quota.`, metric: fn.metricThrottles(FIVE_MINUTES), above: 0 },
]

const iteratorAge = (relay: Function): IMetric =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'IteratorAge', dimensionsMap: { FunctionName: relay.functionName }, period: Duration.minutes(5), statistic: Stats.MAXIMUM })

const watches = ({ functions, stage, table, dead }: Watched): Watch[] => [
  { id: 'ServerErrors', means: 'Pages answer 5xx.', metric: stage.metricServerError(FIVE_MINUTES), above: 5 },
  { id: 'SlowPages', means: 'One page in twenty takes over three seconds.', metric: stage.metricLatency({ period: Duration.minutes(5), statistic: Stats.percentile(95) }), above: 3000, minutes: 15 },
  ...Object.values(functions).flatMap(ofFunction),
  { id: 'RelayLate', means: 'Events wait over ten minutes for the relay.', metric: iteratorAge(functions.relay), above: 600_000 },
  { id: 'TableThrottles', means: 'The table turns writes away.', metric: table.metric('WriteThrottleEvents', FIVE_MINUTES), above: 0 },
  ...dead.map((queue) => ({ id: `${queue.node.id}NotEmpty`, means: `${queue.node.id}: work that failed all its tries; read the message, mend, redrive.`, metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM }), above: 0 })),
]

const makeTopic = (scope: Construct, settings: Settings): Topic => {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true })
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))
  if (settings.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmEmail))
  return topic
}

/** An alarm for each way in which people would be kept waiting; its description says what to do. */
export const raiseAlarms = (scope: Construct, settings: Settings, watched: Watched): void => {
  const action = new SnsAction(makeTopic(scope, settings))
  watches(watched).forEach(({ id, means, metric, above, minutes = 5 }) =>
    new Alarm(scope, `${id}Alarm`, {
      alarmDescription: means, metric, threshold: above, evaluationPeriods: minutes / 5,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD, treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(action))
}
