using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class GetTotpEnrolmentHandler(
    IReadRepository<Account> accounts, TotpSecrets secrets, TotpEnrolments enrolments, ICallerContext context, TimeProvider clock)
    : IRequestHandler<GetTotpEnrolment, TotpEnrolmentResponse>
{
    public async Task<TotpEnrolmentResponse> Handle(GetTotpEnrolment query, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var encrypted = account.TotpSecretToConfirm(caller.SessionId, clock.GetUtcNow());
        // One that cannot be decrypted can be begun anew.
        return secrets.Reveal(account.Id, encrypted) is { } secret ? enrolments.Describe(caller.UserId, account, secret) : throw AccessErrors.TotpNotStarted();
    }
}
