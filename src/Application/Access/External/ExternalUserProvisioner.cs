using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Creates the account of an external identity, whose email address is verified and has none yet.</summary>
[Service]
internal sealed class ExternalUserProvisioner(
    IReadRepository<Account> accounts,
    IExternalIdentityStore identities,
    IInvitationService invitations,
    OrganizationRegistrar registrar,
    ExternalIdentityLinker linker,
    IdentityMails mails,
    IUnitOfWork unitOfWork,
    IExceptionTranslator translator)
{
    /// <summary>Requires that the address is verified and has no account.</summary>
    /// <returns>The address; null when it has an account to which this identity was linked meanwhile.</returns>
    /// <exception cref="ExternalSignInException">The address is not verified, or has an account.</exception>
    public async Task<EmailAddress?> RequireNewAsync(ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        if (userInfo.VerifiedEmail is not { } email)
        {
            throw new ExternalSignInException(ExternalSignInErrorCode.EmailUnverified, "the provider has verified no address");
        }

        if (!await accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken))
        {
            return email;
        }

        await FindAsync(userInfo, cancellationToken);
        return null;
    }

    /// <summary>Returns the identity that a concurrent call has linked: another tab.</summary>
    /// <exception cref="ExternalSignInException">Somebody else has created the account of the address.</exception>
    public async Task<LinkedIdentity> FindAsync(ExternalUserInfo userInfo, CancellationToken cancellationToken) =>
        await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken) ?? throw new ExternalSignInException(
            ExternalSignInErrorCode.AccountExists, "the address has an account, to which this identity is not linked");

    /// <summary>Creates an organization with the person as its administrator.</summary>
    /// <param name="userInfo">The claims of the provider, with a verified address.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="consumes">Runs first, in the same transaction.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ExternalSignInException">The address has an account by now.</exception>
    public Task<LinkedIdentity> RegisterAsync(
        ExternalUserInfo userInfo, string provider, Func<CancellationToken, Task> consumes, CancellationToken cancellationToken)
    {
        var (email, name) = (userInfo.VerifiedEmail!.Value, ExternalUserName.Of(userInfo));
        return CreateAsync(
            userInfo,
            () => registrar.RunAsAdministratorAsync(() => unitOfWork.ExecuteAsync(
                async cancellation =>
                {
                    await consumes(cancellation);
                    var account = await registrar.RegisterAsync(
                        ExternalUserName.OrganizationOf(name), name, email, account: null, passwordHash: null, cancellation);
                    return await LinkAsync(account.Id, provider, userInfo, cancellation);
                },
                cancellationToken)),
            cancellationToken);
    }

    /// <summary>Accepts an invitation for the person, who has said yes to it; see <see cref="RegisterAsync"/>.</summary>
    /// <exception cref="NotFoundError">There is no such open invitation of the address.</exception>
    public Task<LinkedIdentity> JoinAsync(
        InvitationId id, ExternalUserInfo userInfo, string provider, Func<CancellationToken, Task> consumes, CancellationToken cancellationToken)
    {
        var (email, name) = (userInfo.VerifiedEmail!.Value, ExternalUserName.Of(userInfo));
        return CreateAsync(
            userInfo,
            async () =>
            {
                LinkedIdentity? linked = null;
                await invitations.AcceptAsync(
                    id,
                    email,
                    name,
                    async (accountId, cancellation) =>
                    {
                        await consumes(cancellation);
                        linked = await LinkAsync(accountId, provider, userInfo, cancellation);
                        mails.SendLinked(email, provider);
                    },
                    cancellationToken);
                return linked!;
            },
            cancellationToken);
    }

    private async Task<LinkedIdentity> CreateAsync(ExternalUserInfo userInfo, Func<Task<LinkedIdentity>> create, CancellationToken cancellationToken)
    {
        try
        {
            return await create();
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError or ConflictError)
        {
            return await FindAsync(userInfo, cancellationToken);
        }
        catch (Exception exception) when (exception is ValidationError or NotFoundError)
        {
            // The invitation or the token was used meanwhile, as by another tab of the same person.
            if (await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken) is { } linked)
            {
                return linked;
            }

            throw;
        }
    }

    // In the transaction that creates the account: who finds the account finds the identity too.
    private async Task<LinkedIdentity> LinkAsync(AccountId accountId, string provider, ExternalUserInfo userInfo, CancellationToken cancellationToken) =>
        new((await linker.AddAsync(accountId, provider, userInfo, cancellationToken)).Id, accountId);
}
