import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { ATTRIBUTES, OUTBOX_INDEX } from '../../functions/stores/dynamo/keys.ts'
import type { Settings } from '../settings.ts'
import { removalOf } from './data-key.ts'

const text = (name: string): { name: string; type: AttributeType } => ({ name, type: AttributeType.STRING })

/** The one table. Its stream carries keys alone: it is the relay's doorbell, never a copy of anyone's answers. */
export const makeTable = (scope: Construct, settings: Settings, key: IKey): TableV2 =>
  new TableV2(scope, 'Dossiers', {
    partitionKey: text(ATTRIBUTES.pk),
    sortKey: text(ATTRIBUTES.sk),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: ATTRIBUTES.ttl,
    dynamoStream: StreamViewType.KEYS_ONLY,
    deletionProtection: settings.stage === 'production',
    removalPolicy: removalOf(settings),
    globalSecondaryIndexes: [{
      indexName: OUTBOX_INDEX.name, partitionKey: text(OUTBOX_INDEX.pk), sortKey: text(OUTBOX_INDEX.sk), projectionType: ProjectionType.KEYS_ONLY,
    }],
  })
