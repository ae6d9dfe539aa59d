using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Lets somebody in who was never here before: their address has to be theirs, and nobody else's here.</summary>
internal sealed class ExternalNewcomers(
    IReadRepository<Account> accounts, IExternalIdentityStore identities, IEnumerable<IExceptionTranslator> translators, ISender sender)
{
    /// <summary>Founds an organization for a person, whose administrator they are.</summary>
    /// <exception cref="ExternalSignInRefusedException">The address is not verified, or has an account.</exception>
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
            return await sender.Send(new RegisterExternally(provider.Name, person), cancellationToken);
        }
        catch (Exception exception) when (translators.Any(translator => translator.Translate(exception) is DuplicateValueError))
        {
            // Somebody was faster: the same person in another tab, or another one with the address.
            return await identities.FindAsync(person.Issuer, person.Subject, cancellationToken) ?? throw Exists();
        }
    }

    private static ExternalSignInRefusedException Exists() =>
        new(ExternalSignInRefusal.AccountExists, "the address has an account, to which this identity is not linked");
}
