using System.Security.Cryptography;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginTotpHandler(IRepository<Account> accounts, TotpSecrets secrets, TotpEnrolments enrolments, ICallerContext context, TimeProvider clock)
    : IRequestHandler<BeginTotp, TotpEnrolmentResponse>
{
    public async Task<TotpEnrolmentResponse> Handle(BeginTotp command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        account.BeginTotp(secrets.Protect(account.Id, secret), caller.SessionId, clock.GetUtcNow());
        return enrolments.Describe(caller.UserId, account, secret);
    }
}
