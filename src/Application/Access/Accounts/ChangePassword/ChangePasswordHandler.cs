using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ChangePasswordHandler(
    IReadRepository<Membership> memberships, IPasswordHasher passwords, CountedVerification verification, ICallerContext context, ISender sender)
    : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            throw AccessErrors.PersonRequired();
        }

        var credentials = await memberships.SingleOrDefaultAsync(new CredentialsOfUser(caller.UserId), cancellationToken);
        if (credentials is not { AccountId: var accountId, PasswordHash: { } present, PasswordChangedAt: { } changedAt })
        {
            throw AccessErrors.NoPassword();
        }

        var result = await verification.RunAsync(
            accountId, () => passwords.VerifyAsync(request.CurrentPassword!, present, cancellationToken), cancellationToken);
        if (!result.IsRight)
        {
            throw result.RetryAfter is { } wait ? new RateLimitError(wait) : AccessErrors.WrongCurrentPassword();
        }

        var user = await sender.Send(new GetSignInState(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var organization = await sender.Send(new GetOrganization(), cancellationToken);
        var hash = await sender.Send(new HashPassword(request.NewPassword!, "newPassword", [user.Email.Value, user.Name, organization.Name]), cancellationToken);
        return await sender.Send(new ReplacePassword(hash, changedAt, user.Name, request.EndOtherSessions), cancellationToken);
    }
}
