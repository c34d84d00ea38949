/**
 * Stands in the bundles for @aws-sdk/endpoint-cache (8 KB): the SDK makes one with every DynamoDB client and uses it for endpoint
 * discovery, which is off unless a client asks for it; none of ours does.
 */
export const EndpointCache = function EndpointCache(): void { /* keeps nothing */ }
