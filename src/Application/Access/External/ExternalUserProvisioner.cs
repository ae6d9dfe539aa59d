using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Creates the user of an identity that signs in for the first time: the provider has verified its address, and no account has that address.</summary>
[Service]
internal sealed class ExternalUserProvisioner(
    IReadRepository<Account> accounts,
    IExternalIdentityStore identities,
    IInvitationAcceptance invitations,
    OrganizationRegistrar registrar,
    ExternalIdentityLinker linker,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    IEnumerable<IExceptionTranslator> translators)
{
    /// <summary>
    /// Creates the user in the organization that has invited the address; where none has, in a new organization whose administrator they are.
    /// </summary>
    /// <exception cref="ExternalSignInRefusedException">The address is not verified, has an account, or is invited by several organizations.</exception>
    public async Task<KnownIdentity> ProvisionAsync(ExternalProvider provider, ExternalPerson person, CancellationToken cancellationToken)
    {
        if (person.VerifiedEmail is not { } email)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.EmailUnverified, "the provider has verified no address");
        }

        if (await accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken))
        {
            return await FindAsync(person, cancellationToken);
        }

        try
        {
            return await JoinAsync(provider, person, email, cancellationToken) ?? await RegisterAsync(provider, person, email, cancellationToken);
        }
        catch (Exception exception) when (translators.Any(translator => translator.Translate(exception) is DuplicateValueError or ConflictError))
        {
            return await FindAsync(person, cancellationToken);
        }
    }

    // A concurrent call was faster: of the same person in another tab, whose identity is linked by now, or of somebody else with the address.
    private async Task<KnownIdentity> FindAsync(ExternalPerson person, CancellationToken cancellationToken) =>
        await identities.FindAsync(person.Issuer, person.Subject, cancellationToken) ?? throw new ExternalSignInRefusedException(
            ExternalSignInRefusal.AccountExists, "the address has an account, to which this identity is not linked");

    // Two units of work: the second one links to the account of the first. If it fails, there is an account, whose password is set by mail.
    private async Task<KnownIdentity?> JoinAsync(ExternalProvider provider, ExternalPerson person, EmailAddress email, CancellationToken cancellationToken)
    {
        var acceptance = await invitations.AcceptByVerifiedEmailAsync(email, ExternalUserName.Of(person), cancellationToken);
        if (acceptance.IsAmbiguous)
        {
            throw new ExternalSignInRefusedException(ExternalSignInRefusal.SeveralInvitations, "more than one organization has invited the address");
        }

        if (acceptance.User is not { } user)
        {
            return null;
        }

        await context.RunAsAsync(
            new SystemCaller(user.OrganizationId, user.Id),
            () => unitOfWork.ExecuteAsync(cancellation => linker.LinkAsync(provider.Name, person, cancellation), cancellationToken));
        return await identities.FindAsync(person.Issuer, person.Subject, cancellationToken);
    }

    private Task<KnownIdentity> RegisterAsync(ExternalProvider provider, ExternalPerson person, EmailAddress email, CancellationToken cancellationToken)
    {
        var name = ExternalUserName.Of(person);
        return registrar.RunAsAdministratorAsync(() => unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var account = await registrar.RegisterAsync(ExternalUserName.OrganizationOf(name), name, email, passwordHash: null, cancellation);
                var identity = await linker.AddAsync(account, provider.Name, person, cancellation);
                return new KnownIdentity(identity.Id, account.Id, context.RequiredUserId, context.Required.OrganizationId);
            },
            cancellationToken));
    }
}
