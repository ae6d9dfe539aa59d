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

    // A concurrent call has created the account: either this identity is linked by now (another tab), or somebody else has registered the address.
    private async Task<LinkedIdentity> FindAsync(ExternalUserInfo userInfo, CancellationToken cancellationToken) =>
        await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken) ?? throw new ExternalSignInException(
            ExternalSignInErrorCode.AccountExists, "the address has an account, to which this identity is not linked");

    // Two units of work: the second one links to the account of the first. If it fails, the account exists and its password can be reset by mail.
    private async Task<LinkedIdentity?> JoinAsync(ExternalProvider provider, ExternalUserInfo userInfo, EmailAddress email, CancellationToken cancellationToken)
    {
        var acceptance = await invitations.AcceptByVerifiedEmailAsync(email, ExternalUserName.Of(userInfo), cancellationToken);
        if (acceptance.IsAmbiguous)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.SeveralInvitations, "more than one organization has invited the address");
        }

        if (acceptance.User is not { } user)
        {
            return null;
        }

        await context.RunAsAsync(
            new SystemCaller(user.OrganizationId, user.Id),
            () => unitOfWork.ExecuteAsync(cancellation => linker.LinkAsync(provider.Name, userInfo, cancellation), cancellationToken));
        return await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken);
    }

    private Task<LinkedIdentity> RegisterAsync(ExternalProvider provider, ExternalUserInfo userInfo, EmailAddress email, CancellationToken cancellationToken)
    {
        var name = ExternalUserName.Of(userInfo);
        return registrar.RunAsAdministratorAsync(() => unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var account = await registrar.RegisterAsync(ExternalUserName.OrganizationOf(name), name, email, passwordHash: null, cancellation);
                var identity = await linker.AddAsync(account, provider.Name, userInfo, cancellation);
                return new LinkedIdentity(identity.Id, account.Id, context.RequiredUserId, context.Required.OrganizationId);
            },
            cancellationToken));
    }
}
