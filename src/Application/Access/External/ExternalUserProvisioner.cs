using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Creates the user of an external identity at its first sign-in, if its email address is verified and has no account.</summary>
[Service]
internal sealed class ExternalUserProvisioner(
    IReadRepository<Account> accounts,
    IExternalIdentityStore identities,
    IInvitationAcceptance invitations,
    OrganizationRegistrar registrar,
    ExternalIdentityLinker linker,
    IdentityMails mails,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    IExceptionTranslator translator)
{
    /// <summary>
    /// Creates the user in the organization that has invited the address; without an invitation, as the administrator of a new organization.
    /// </summary>
    /// <exception cref="ExternalSignInException">The address is not verified, has an account, or is invited by several organizations.</exception>
    public async Task<LinkedIdentity> ProvisionAsync(ExternalProvider provider, ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        if (userInfo.VerifiedEmail is not { } email)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.EmailUnverified, "the provider has verified no address");
        }

        if (await accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken))
        {
            return await FindAsync(userInfo, cancellationToken);
        }

        try
        {
            return await JoinAsync(provider, userInfo, email, cancellationToken) ?? await RegisterAsync(provider, userInfo, email, cancellationToken);
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError or ConflictError)
        {
            return await FindAsync(userInfo, cancellationToken);
        }
    }

    // A concurrent call has created the account: either this identity was linked with it (another tab), or somebody else has registered the address.
    private async Task<LinkedIdentity> FindAsync(ExternalUserInfo userInfo, CancellationToken cancellationToken) =>
        await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken) ?? throw new ExternalSignInException(
            ExternalSignInErrorCode.AccountExists, "the address has an account, to which this identity is not linked");

    // Null without an invitation.
    private async Task<LinkedIdentity?> JoinAsync(ExternalProvider provider, ExternalUserInfo userInfo, EmailAddress email, CancellationToken cancellationToken)
    {
        var name = ExternalUserName.Of(userInfo);
        LinkedIdentity? linked = null;
        var acceptance = await invitations.AcceptByVerifiedEmailAsync(
            email,
            name,
            async (accountId, cancellation) =>
            {
                linked = await LinkAsync(accountId, provider, userInfo, cancellation);
                mails.SendLinked(email, name, provider.Name);
            },
            cancellationToken);
        return acceptance.IsAmbiguous
            ? throw new ExternalSignInException(ExternalSignInErrorCode.SeveralInvitations, "more than one organization has invited the address")
            : acceptance.User is null ? null : linked;
    }

    private Task<LinkedIdentity> RegisterAsync(ExternalProvider provider, ExternalUserInfo userInfo, EmailAddress email, CancellationToken cancellationToken)
    {
        var name = ExternalUserName.Of(userInfo);
        return registrar.RunAsAdministratorAsync(() => unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var account = await registrar.RegisterAsync(ExternalUserName.OrganizationOf(name), name, email, passwordHash: null, cancellation);
                return await LinkAsync(account.Id, provider, userInfo, cancellation);
            },
            cancellationToken));
    }

    // In the transaction that creates the account: who finds the account finds the identity too.
    private async Task<LinkedIdentity> LinkAsync(AccountId accountId, ExternalProvider provider, ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        var identity = await linker.AddAsync(accountId, provider.Name, userInfo, cancellationToken);
        return new LinkedIdentity(identity.Id, accountId, context.RequiredUserId, context.Required.OrganizationId);
    }
}
