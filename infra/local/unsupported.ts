import type { Assembly } from './assembly.ts'

/** Types that run here, or that only describe what does. */
const SERVED = new Set([
  'AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Lambda::Function', 'AWS::Lambda::Version', 'AWS::Lambda::EventSourceMapping',
  'AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution', 'AWS::CloudFront::ResponseHeadersPolicy', 'AWS::CloudFront::CachePolicy', 'AWS::CloudFront::OriginAccessControl', 'AWS::Events::Rule',
  'AWS::GuardDuty::MalwareProtectionPlan', 'Custom::CDKBucketDeployment', 'Custom::Trigger', 'AWS::Lambda::LayerVersion', 'AWS::CDK::Metadata',
])

/** What is known to be left out, and what that means for whoever tries the portal here. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'no encryption on disk',
  'AWS::S3::BucketPolicy': 'no bucket policies',
  'AWS::Lambda::Permission': 'no check of who invokes a function',
  'AWS::WAFv2::WebACL': 'no firewall or rate limit',
  'AWS::CloudWatch::Alarm': 'no alarms',
  'AWS::SNS::Topic': 'no alarms', 'AWS::SNS::TopicPolicy': 'no alarms', 'AWS::SNS::Subscription': 'no alarms',
  'AWS::SQS::Queue': 'dead letters are files in the data folder', 'AWS::SQS::QueuePolicy': 'dead letters are files in the data folder',
  'AWS::Logs::LogGroup': 'logs are files in the data folder',
}

/** Sentences about resource types of the assembly that do not run here; types nobody thought of come first. */
export const unsupported = (assembly: Assembly): readonly string[] => {
  const types = [...new Set(assembly.resources.map(({ type }) => type))].filter((type) => !SERVED.has(type))
  const unknown = types.filter((type) => !Object.hasOwn(LEFT_OUT, type)).map((type) => `${type}: not supported here; what depends on it will fail`)
  return [...unknown, ...new Set(types.flatMap((type) => LEFT_OUT[type] ?? []))]
}
