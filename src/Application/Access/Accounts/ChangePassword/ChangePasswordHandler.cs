using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ChangePasswordHandler(
    IReadRepository<Membership> memberships,
    IPasswordHasher hasher,
    ThrottledVerifier verifier,
    IUserDirectory users,
    IOrganizationService organizations,
    IPasswordService passwords,
    PasswordUpdateService updates,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context) : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var changedAt = await VerifyAsync(command.CurrentPassword!, caller, cancellationToken);
        var user = await users.FindAsync(caller.UserId, cancellationToken) ?? throw AccessErrors.InvalidToken();
        var organization = await organizations.GetAsync(cancellationToken);
        var hash = await passwords.HashAsync(command.NewPassword!, "newPassword", [user.Email.Value, user.Name, organization.Name], cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var account = await updates.LockForUpdateAsync(caller.UserId, cancellation);
                if (account is null || account.PasswordChangedAt != changedAt)
                {
                    throw AccessErrors.WrongCurrentPassword();
                }

                audit.Record(account);
                await updates.SetAsync(account, hash, id => command.EndOtherSessions && id != caller.SessionId, cancellation);
                return Unit.Value;
            },
            cancellationToken);
    }

    // Returns when the verified password was set.
    private async Task<DateTimeOffset> VerifyAsync(string password, UserCaller caller, CancellationToken cancellationToken)
    {
        var credentials = await memberships.SingleOrDefaultAsync(new CredentialsByUserSpec(caller.UserId), cancellationToken);
        if (credentials is not { AccountId: var accountId, PasswordHash: { } hash, PasswordChangedAt: { } changedAt })
        {
            throw AccessErrors.NoPassword();
        }

        // Before the attempt is counted: a request that is rejected with 503 is no wrong password.
        hasher.RequireCapacity();
        return await verifier.RunAsync(
            accountId,
            SecretKind.Password,
            async () => await hasher.VerifyAsync(password, hash, cancellationToken) ? changedAt : throw AccessErrors.WrongCurrentPassword(),
            cancellationToken);
    }
}
