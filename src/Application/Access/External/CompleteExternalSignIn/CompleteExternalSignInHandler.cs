using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
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
    IInvitationService invitations,
    ExternalSessions sessions,
    ExternalRefusals refusals,
    ICallerContext context) : IRequestHandler<CompleteExternalSignIn, ExternalSignInResult>
{
    private static readonly TimeSpan ChoiceLifetime = TimeSpan.FromMinutes(10);

    public async Task<ExternalSignInResult> Handle(CompleteExternalSignIn command, CancellationToken cancellationToken)
    {
        var provider = providers.Get(command.Provider);
        ExternalLink? link = null;
        ExternalUserInfo? userInfo = null;
        try
        {
            var state = await ConsumeStateAsync(command, provider, cancellationToken);
            var callback = new ExternalCallback(command.Code, command.Error, command.Iss, state.Nonce, state.CodeVerifier);
            link = state.Link;
            userInfo = await providers.IdentifyAsync(provider.Name, callback, cancellationToken);
            RequireAllowed(provider, userInfo);
            if (link is not null)
            {
                await LinkAsync(link, provider, userInfo, cancellationToken);
                return new ExternalSignInResult(null, state.ReturnUrl, null);
            }

            return await SignInAsync(provider, userInfo, state.ReturnUrl, cancellationToken);
        }
        catch (ExternalSignInException error)
        {
            await refusals.RecordAsync(error, link, userInfo, cancellationToken);
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

    private async Task<ExternalSignInResult> SignInAsync(
        ExternalProvider provider, ExternalUserInfo userInfo, string? returnUrl, CancellationToken cancellationToken)
    {
        // By issuer and subject alone: a linked person signs in whatever address the provider tells now, and if it tells none.
        var known = await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken);
        if (known is null && await provisioner.RequireNewAsync(userInfo, cancellationToken) is { } email)
        {
            if ((await invitations.ListOpenAsync(email, cancellationToken)).Count > 0)
            {
                return new ExternalSignInResult(null, returnUrl, null, await AskAsync(ExternalRegistration.Of(provider, userInfo, email), cancellationToken));
            }

            known = await provisioner.RegisterAsync(userInfo, provider.Name, _ => Task.CompletedTask, cancellationToken);
        }

        try
        {
            var identity = known ?? await provisioner.FindAsync(userInfo, cancellationToken);
            return new ExternalSignInResult(await sessions.SignInAsync(identity, cancellationToken), returnUrl, null);
        }
        catch (AuthenticationError error)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.AccountUnavailable, "the account may not sign in", error);
        }
    }

    // Nobody joins an organization without saying yes.
    private async Task<ExternalRegistrationToken> AskAsync(ExternalRegistration registration, CancellationToken cancellationToken) => new(
        await unitOfWork.InsertAsync(
            _ => Task.FromResult(tokens.Issue(OneTimeTokenPurpose.ExternalRegistration, ChoiceLifetime, payload: registration.Serialize())), cancellationToken),
        ChoiceLifetime);

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
