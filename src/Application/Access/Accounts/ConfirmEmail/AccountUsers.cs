using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// The users of an account, each changed as the system of its organization, with an entry in that organization's audit log. Joins the caller's unit of work.
/// </summary>
[Service]
internal sealed class AccountUsers(
    IUserProvisioner users, IRepository<ApiKey> keys, IUnitOfWork unitOfWork, IAuditTrail audit, ICallerContext context, TimeProvider clock)
{
    private const string KeyRevokedAction = "api_key.revoked";

    /// <summary>Gives them another address.</summary>
    public Task ChangeEmailAsync(IReadOnlyList<AccountMembership> memberships, EmailAddress email, CancellationToken cancellationToken) =>
        InEachAsync(
            memberships,
            async cancellation =>
            {
                await users.ChangeEmailAsync(email, cancellation);
                return true;
            },
            cancellationToken);

    /// <summary>Revokes their API keys that were created from a moment on.</summary>
    public Task RevokeKeysAsync(IReadOnlyList<AccountMembership> memberships, DateTimeOffset since, CancellationToken cancellationToken) =>
        InEachAsync(
            memberships,
            async cancellation =>
            {
                var now = clock.GetUtcNow();
                foreach (var key in (await keys.ListAsync(new ActiveApiKeysByUserSpec(context.RequiredUserId, now), cancellation)).Where(key => key.CreatedAt >= since))
                {
                    key.Revoke(now);
                    audit.Record(KeyRevokedAction, key);
                }

                return true;
            },
            cancellationToken);

    private async Task InEachAsync(IReadOnlyList<AccountMembership> memberships, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        foreach (var one in memberships)
        {
            await context.RunAsAsync(new SystemCaller(one.OrganizationId, one.UserId), () => unitOfWork.ExecuteAsync(work, cancellationToken));
        }
    }
}
