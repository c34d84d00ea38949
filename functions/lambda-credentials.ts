import type { AwsCredentialIdentity } from '@smithy/types'

/**
 * Stands in the bundles for the SDK's chain of a dozen places where a developer's machine may keep keys (100 KB): in Lambda
 * they are in the environment and nowhere else. `functions/build.ts` puts it there.
 */
export const defaultProvider = () => async (): Promise<AwsCredentialIdentity> => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env
  if (!accessKeyId || !secretAccessKey) throw new Error('The environment has no AWS keys')
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
}
