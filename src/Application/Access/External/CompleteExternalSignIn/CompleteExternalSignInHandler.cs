using System.Data;
using System.Security.Cryptography;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CompleteExternalSignInHandler(
    IExternalProviders providers,
    IOneTimeTokens tokens,
    IUnitOfWork unitOfWork,
    IExternalIdentityStore identities,
    ExternalNewcomers newcomers,
    ICallerContext context,
    ISender sender,
    TimeProvider clock) : IRequestHandler<CompleteExternalSignIn, ExternalSignInResult>
{
    public async Task<ExternalSignInResult> Handle(CompleteExternalSignIn request, CancellationToken cancellationToken)
    {
        var provider = providers.Get(request.Provider);
        try
        {
            var state = await TakeStateAsync(request, provider, cancellationToken);
            var callback = new ExternalCallback(request.Code, request.Error, request.Iss, state.Nonce, state.CodeVerifier);
            var person = await providers.IdentifyAsync(provider.Name, callback, cancellationToken);
            RequireAllowed(provider, person);
            if (state.Link is { } link)
            {
                await LinkAsync(link, provider, person, cancellationToken);
                return new ExternalSignInResult(null, state.ReturnUrl, null);
            }

            return new ExternalSignInResult(await SignInAsync(provider, person, cancellationToken), state.ReturnUrl, null);
        }
        catch (ExternalSignInRefusedException refused)
        {
            return new ExternalSignInResult(null, null, refused);
        }
    }

    // Used up first and whatever comes of it: of two answers with one state, the second is nobody's.
    private async Task<ExternalSignInState> TakeStateAsync(CompleteExternalSignIn request, ExternalProvider provider, CancellationToken cancellationToken)
    {
        var content = await unitOfWork.ExecuteAsync(
            token => tokens.TakeAsync(OneTimeTokenPurpose.ExternalSignIn, request.State, token), IsolationLevel.ReadCommitted, cancellationToken);
        if (content?.Payload is not { } payload)
        {
            throw Mismatch("the state is unknown, used or expired");
        }

        var state = ExternalSignInState.Read(payload);
        if (request.BrowserSecret is not { } secret || !CryptographicOperations.FixedTimeEquals(ExternalSignInStarter.Hash(secret), state.BrowserHash))
        {
            throw Mismatch("the browser is not the one that began");
        }

        return string.Equals(state.Provider, provider.Name, StringComparison.Ordinal) ? state : throw Mismatch("the state belongs to another provider");
    }

    // Whoever is let in by domain is let in by an address that the provider vouches for, each time: people leave.
    private static void RequireAllowed(ExternalProvider provider, ExternalPerson person)
    {
        if (!provider.IsRestricted)
        {
            return;
        }

        if (person.VerifiedEmail is not { } email)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.EmailUnverified, "only some domains may sign in, and no verified address was told");
        }

        if (!provider.Allows(email))
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.DomainRefused, "the address's domain may not sign in");
        }

        if (!provider.AllowsHosted(person.HostedDomain))
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.DomainRefused, "the account belongs to no organization that may sign in");
        }
    }

    private async Task<SignInResponse> SignInAsync(ExternalProvider provider, ExternalPerson person, CancellationToken cancellationToken)
    {
        var known = await identities.FindAsync(person.Issuer, person.Subject, cancellationToken)
            ?? await newcomers.AdmitAsync(provider, person, cancellationToken);

        // The least role, until Users has told the real one.
        context.Enter(new Caller(known.UserId, known.OrganizationId, UserRole.Viewer));
        try
        {
            return await unitOfWork.ExecuteAsync(
                async token => await identities.TouchAsync(known.Id, clock.GetUtcNow(), token)
                    ? await sender.Send(new OpenSession(known.AccountId, new SignInProof(SignInMethod.External)), token)
                    : throw AccessErrors.InvalidCredentials(),
                IsolationLevel.ReadCommitted,
                cancellationToken);
        }
        catch (AuthenticationError error)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.AccountUnavailable, "the account may not sign in", error);
        }
    }

    private async Task LinkAsync(ExternalLink link, ExternalProvider provider, ExternalPerson person, CancellationToken cancellationToken)
    {
        // With the session that began: the first statement finds out whether it still lives.
        context.Enter(new Caller(link.UserId, link.OrganizationId, UserRole.Viewer, link.SessionId, link.SessionStamp));
        try
        {
            await sender.Send(new AddExternalIdentity(provider.Name, person), cancellationToken);
        }
        catch (AuthenticationError error)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.SignedOut, "the session that began has ended", error);
        }
    }

    private static ExternalSignInRefusedException Mismatch(string detail) => new(ExternalSignInRefusal.StateMismatch, detail);
}
