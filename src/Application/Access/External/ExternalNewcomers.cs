using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Lets somebody in who was never here before: their address has to be theirs, and nobody else's here.</summary>
internal sealed class ExternalNewcomers(
    IReadRepository<Account> accounts, IExternalIdentityStore identities, IEnumerable<IExceptionTranslator> translators, ISender sender)
{
    /// <summary>
    /// Takes a person into the organization that has invited the address; where none has, founds one for them, whose administrator they are.
    /// </summary>
    /// <exception cref="ExternalSignInRefusedException">The address is not verified, has an account, or is invited by several organizations.</exception>
    public async Task<KnownIdentity> AdmitAsync(ExternalProvider provider, ExternalPerson person, CancellationToken cancellationToken)
    {
        if (person.VerifiedEmail is not { } email)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.EmailUnverified, "the provider vouches for no address");
        }

        if (await accounts.AnyAsync(new AccountByEmail(email), cancellationToken))
        {
            throw Exists();
        }

        try
        {
            return await JoinAsync(provider, person, email, cancellationToken)
                ?? await sender.Send(new RegisterExternally(provider.Name, person), cancellationToken);
        }
        catch (Exception exception) when (translators.Any(translator => translator.Translate(exception) is DuplicateValueError or ConflictError))
        {
            // Somebody was faster: the same person in another tab, or another one with the address.
            return await identities.FindAsync(person.Issuer, person.Subject, cancellationToken) ?? throw Exists();
        }
    }

    // Two transactions: the account of the first one is what the second one links to. Who is lost in between has an account, and sets a password by mail.
    private async Task<KnownIdentity?> JoinAsync(ExternalProvider provider, ExternalPerson person, EmailAddress email, CancellationToken cancellationToken)
    {
        var acceptance = await sender.Send(new AcceptInvitationOf(email, NewcomerName.Of(person)), cancellationToken);
        if (acceptance.HasSeveral)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.SeveralInvitations, "more than one organization has invited the address");
        }

        if (acceptance.User is null)
        {
            return null;
        }

        await sender.Send(new AddExternalIdentity(provider.Name, person), cancellationToken);
        return await identities.FindAsync(person.Issuer, person.Subject, cancellationToken);
    }

    private static ExternalSignInRefusedException Exists() =>
        new(ExternalSignInRefusal.AccountExists, "the address has an account, to which this identity is not linked");
}
