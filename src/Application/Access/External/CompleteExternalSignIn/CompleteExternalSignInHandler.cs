using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using System.Security.Cryptography;

namespace CleanApi.Application.Access;

internal sealed class CompleteExternalSignInHandler(
    IExternalProviders providers,
    IOneTimeTokens tokens,
    IUnitOfWork unitOfWork,
    IExternalIdentityStore identities,
    ExternalUserProvisioner provisioner,
    ExternalIdentityLinker linker,
    SessionCreator sessions,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<CompleteExternalSignIn, ExternalSignInResult>
{
    public async Task<ExternalSignInResult> Handle(CompleteExternalSignIn command, CancellationToken cancellationToken)
    {
        var provider = providers.Get(command.Provider);
        try
        {
            var state = await ConsumeStateAsync(command, provider, cancellationToken);
            var callback = new ExternalCallback(command.Code, command.Error, command.Iss, state.Nonce, state.CodeVerifier);
            var userInfo = await providers.IdentifyAsync(provider.Name, callback, cancellationToken);
            RequireAllowed(provider, userInfo);
            if (state.Link is { } link)
            {
                await LinkAsync(link, provider, userInfo, cancellationToken);
                return new ExternalSignInResult(null, state.ReturnUrl, null);
            }

            return new ExternalSignInResult(await SignInAsync(provider, userInfo, cancellationToken), state.ReturnUrl, null);
        }
        catch (ExternalSignInException error)
        {
            return new ExternalSignInResult(null, null, error);
        }
    }

    // The state is consumed even if the sign-in fails: a second callback with the same state is rejected.
    private async Task<ExternalSignInState> ConsumeStateAsync(CompleteExternalSignIn command, ExternalProvider provider, CancellationToken cancellationToken)
    {
        var content = await unitOfWork.ExecuteAsync(
            cancellation => tokens.ConsumeAsync(OneTimeTokenPurpose.ExternalSignIn, command.State, cancellation), cancellationToken);
        if (content?.Payload is not { } payload)
        {
            throw Mismatch("the state is unknown, used or expired");
        }

        var state = ExternalSignInState.Deserialize(payload);
        if (command.BrowserSecret is not { } secret || !CryptographicOperations.FixedTimeEquals(ExternalSignInStarter.Hash(secret), state.BrowserHash))
        {
            throw Mismatch("the browser is not the one that began");
        }

        return string.Equals(state.Provider, provider.Name, StringComparison.Ordinal) ? state : throw Mismatch("the state belongs to another provider");
    }

    // The domain is verified at each sign-in, because users leave their organization.
    private static void RequireAllowed(ExternalProvider provider, ExternalUserInfo userInfo)
    {
        if (!provider.IsRestricted)
        {
            return;
        }

        if (userInfo.VerifiedEmail is not { } email)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.EmailUnverified, "only some domains may sign in, and the provider returned no verified address");
        }

        if (!provider.Allows(email))
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.DomainRefused, "the address's domain may not sign in");
        }

        if (!provider.AllowsHosted(userInfo.HostedDomain))
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.DomainRefused, "the account belongs to no organization that may sign in");
        }
    }

    private async Task<SignInResponse> SignInAsync(ExternalProvider provider, ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        var known = await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken)
            ?? await provisioner.ProvisionAsync(provider, userInfo, cancellationToken);
        try
        {
            return await context.RunAsAsync(
                new SystemCaller(known.OrganizationId, known.UserId),
                () => unitOfWork.ExecuteAsync(
                    async cancellation => await identities.TouchAsync(known.Id, clock.GetUtcNow(), cancellation)
                        ? await sessions.CreateAsync(known.AccountId, new SignInProof(SignInMethod.External), challengeToken: null, cancellation)
                        : throw AccessErrors.InvalidCredentials(),
                    cancellationToken));
        }
        catch (AuthenticationError error)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.AccountUnavailable, "the account may not sign in", error);
        }
    }

    private async Task LinkAsync(ExternalLink link, ExternalProvider provider, ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        try
        {
            // Runs with the session that began the link; the first statement verifies that it is still valid.
            await context.RunAsAsync(
                new UserCaller(link.UserId, link.OrganizationId, UserRole.Viewer, link.SessionId, link.SecurityStamp),
                () => unitOfWork.ExecuteAsync(cancellation => linker.LinkAsync(provider.Name, userInfo, cancellation), cancellationToken));
        }
        catch (AuthenticationError error)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.SignedOut, "the session that began has ended", error);
        }
    }

    private static ExternalSignInException Mismatch(string detail) => new(ExternalSignInErrorCode.StateMismatch, detail);
}
