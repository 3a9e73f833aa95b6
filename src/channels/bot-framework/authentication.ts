/**
 * Who may speak to the bot. Requests from the wire are checked by the Bot Framework's own authentication, made
 * stricter where it is lenient; turns of the web channel come from inside the process and carry their own identity.
 */
import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  MicrosoftAppCredentials,
  type UserTokenClient,
} from 'botframework-connector';
import { SupportError } from '../../base/index.js';
import { sameService, type Trust } from './service-url.js';

/** The service URL of the web channel: not a real address, so no request from outside can use it. */
export const webAddress = 'urn:warmline:web';
/**
 * Used only inside this process; the last one is accepted by the SDK with another kind of token, without a check of the
 * service URL.
 */
const closedChannels = ['webchat', 'directline', 'AseChannel'];

/** Web clients read replies from the transcript: the SDK wants a connector, which is never called. */
class WebConnectorFactory extends ConnectorFactory {
  private readonly client = new ConnectorClient(MicrosoftAppCredentials.Empty, {
    baseUri: 'http://web.invalid',
    httpClient: {
      sendRequest: () => Promise.reject(new SupportError('internal', 'The web channel reads the transcript itself.')),
    },
  });

  override create(): Promise<ConnectorClient> {
    return Promise.resolve(this.client);
  }
}

const refuse = (why: string) => new AuthenticationError(why, 401);

export class DoorAuthentication extends BotFrameworkAuthentication {
  private readonly inner: BotFrameworkAuthentication;
  private readonly appId: string;
  private readonly trust: Trust;
  private tokens: Promise<UserTokenClient> | undefined;
  private readonly web = new WebConnectorFactory();

  constructor(inner: BotFrameworkAuthentication, { appId, trust }: { readonly appId: string; readonly trust: Trust }) {
    super();
    this.inner = inner;
    this.appId = appId;
    this.trust = trust;
  }

  /** The identity of a web turn. Call it only after checking the channel's own token. */
  webTurn(): AuthenticateRequestResult {
    const claims = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim];
    return {
      audience: '',
      callerId: '',
      claimsIdentity: new ClaimsIdentity(
        claims.map((type) => ({ type, value: this.appId })),
        true,
      ),
      connectorFactory: this.web,
    };
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    if (this.appId !== '' && activity.channelId === '') throw refuse('The activity names no channel.');
    if (closedChannels.includes(activity.channelId)) throw refuse('The web channel does not come in by this door.');
    if (!this.trust(activity.serviceUrl)) throw refuse('The service URL is not one of Bot Framework.');
    let result: AuthenticateRequestResult;
    try {
      result = await this.inner.authenticateRequest(activity, header);
    } catch (cause) {
      if (cause instanceof AuthenticationError) throw cause;
      throw refuse('The token was not accepted.'); // a forged signature is thrown as an error of the token library
    }
    const { claimsIdentity } = result;
    if (this.appId === '') return result;
    if (claimsIdentity.getClaimValue('exp') === null) throw refuse('The token never expires.');
    // the SDK checks this claim for some tokens only
    const service = claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
    if (!sameService(activity.serviceUrl, service)) throw refuse('The token was given for another service URL.');
    return result;
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(refuse('Streaming connections are not served.'));
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.inner.createConnectorFactory(identity);
  }

  /** One for all turns: nobody signs in through the bot, and the SDK would build one, with its pipeline, for each. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    const given = (this.tokens ??= this.inner.createUserTokenClient(identity));
    given.catch(() => (this.tokens = undefined)); // the next turn asks again
    return given;
  }
}
