using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// The users of an account, each changed as the system of its organization, with an entry in that organization's audit log. Joins the caller's unit of work.
/// </summary>
[Service]
internal sealed class AccountUsers(
    IUserProvisioner users,
    IAccountDeletion deletion,
    IRepository<ApiKey> keys,
    IApiKeyStore store,
    IPendingInvitations invitations,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    private const string KeyRevokedAction = "api_key.revoked";

    /// <summary>Gives them another address.</summary>
    public Task ChangeEmailAsync(Account account, EmailAddress email, CancellationToken cancellationToken) =>
        InEachAsync(
            account,
            async cancellation =>
            {
                await users.ChangeEmailAsync(email, cancellation);
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Takes the account out of the organizations that it has joined or founded from a moment on, whoever administers them afterwards. It ends with its last one; one that
    /// was itself created since keeps the first.
    /// </summary>
    public async Task LeaveJoinedAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var own = account.CreatedAt >= since ? 1 : 0;
        foreach (var one in Open(account).Where(membership => membership.CreatedAt >= since).OrderBy(membership => membership.CreatedAt).Skip(own))
        {
            await AsAsync(
                one,
                async cancellation =>
                {
                    await users.RemoveAsync(cancellation);
                    await deletion.DeleteAsync(one.UserId, cancellation);
                    return true;
                },
                cancellationToken);
        }
    }

    /// <summary>
    /// Revokes what lets others in and was given in their name from a moment on: API keys that were created and invitations that were sent. Those that were accepted
    /// are named in the audit log.
    /// </summary>
    public Task RevokeGivenAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken) =>
        InEachAsync(
            account,
            async cancellation =>
            {
                var now = clock.GetUtcNow();
                // Those that stay are looked up again: what their person may do can have changed with the factors.
                await store.InvalidateAsync(context.RequiredUserId, cancellation);
                foreach (var key in (await keys.ListAsync(new ActiveApiKeysByUserSpec(context.RequiredUserId, now), cancellation)).Where(key => key.CreatedAt >= since))
                {
                    key.Revoke(now);
                    audit.Record(KeyRevokedAction, key);
                }

                await invitations.WithdrawSentAsync(context.RequiredUserId, since, cancellation);
                return true;
            },
            cancellationToken);

    // As they are in this transaction: whoever joins an organization at the same moment changes the account too, and one of the two begins again.
    private static List<Membership> Open(Account account) => [.. account.Memberships.Where(membership => membership.DeletedAt is null)];

    private async Task InEachAsync(Account account, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        foreach (var one in Open(account))
        {
            await AsAsync(one, work, cancellationToken);
        }
    }

    private Task<bool> AsAsync(Membership one, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken) =>
        context.RunAsAsync(new SystemCaller(one.OrganizationId, one.UserId), () => unitOfWork.ExecuteAsync(work, cancellationToken));
}
