// The bot with a managed identity, the servers as a container app, and Azure Managed Redis.
// az deployment group create -g GROUP -f deploy/azure/main.bicep -p image=… publicHost=… (see deploy/README.md)
targetScope = 'resourceGroup'

@description('The image, as in registry.example.com/warmline:0.1.0')
param image string
@description('The name customers see, as in chat.example.com')
param publicHost string
param location string = resourceGroup().location
param name string = 'warmline'
@description('The provider of the team’s sign-in; for Entra ID https://login.microsoftonline.com/TENANT/v2.0')
param oidcIssuer string
param oidcClientId string
@description('Which value of the claim is which role, as in agent=Support.Agent,admin=Support.Admin')
param oidcRoles string
param oidcRoleClaim string = 'roles'
@secure()
param oidcClientSecret string
@secure()
param tokenSecret string
@secure()
param metricsToken string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Warmline'
    endpoint: 'https://${publicHost}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

resource redis 'Microsoft.Cache/redisEnterprise@2025-04-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Balanced_B1' }
  properties: { minimumTlsVersion: '1.2' }
}

resource data 'Microsoft.Cache/redisEnterprise/databases@2025-04-01' = {
  parent: redis
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'NoEviction'
    persistence: { aofEnabled: true, aofFrequency: '1s' }
    accessKeysAuthentication: 'Disabled'
  }
}

resource known 'Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments@2025-04-01' = {
  parent: data
  name: 'warmline'
  properties: {
    accessPolicyName: 'default'
    user: { objectId: identity.properties.principalId }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  dependsOn: [known]
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      secrets: [
        { name: 'token-secret', value: tokenSecret }
        { name: 'oidc-client-secret', value: oidcClientSecret }
        { name: 'metrics-token', value: metricsToken }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 15
      scale: { minReplicas: 2, maxReplicas: 8, rules: [{ name: 'calls', http: { metadata: { concurrentRequests: '200' } } }] }
      containers: [
        {
          name: name
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'NODE_ENV', value: 'production' }
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'REDIS_URL', value: 'rediss://${redis.properties.hostName}:10000' }
            { name: 'REDIS_AUTH', value: 'entra' }
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            { name: 'TOKEN_SECRET', secretRef: 'token-secret' }
            { name: 'PUBLIC_URL', value: 'https://${publicHost}' }
            { name: 'TRUST_PROXY', value: '100.64.0.0/10,10.0.0.0/8' }
            { name: 'OIDC_ISSUER', value: oidcIssuer }
            { name: 'OIDC_CLIENT_ID', value: oidcClientId }
            { name: 'OIDC_CLIENT_SECRET', secretRef: 'oidc-client-secret' }
            { name: 'OIDC_ROLES', value: oidcRoles }
            { name: 'OIDC_ROLE_CLAIM', value: oidcRoleClaim }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: identity.properties.tenantId }
            { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
            { name: 'DRAIN_SECONDS', value: '5' }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/health/ready', port: 3978 }, periodSeconds: 1, failureThreshold: 60 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 3978 }, periodSeconds: 2, failureThreshold: 2 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 3978 }, periodSeconds: 10, timeoutSeconds: 5 }
          ]
        }
      ]
    }
  }
}

output address string = app.properties.configuration.ingress.fqdn
output botId string = identity.properties.clientId
