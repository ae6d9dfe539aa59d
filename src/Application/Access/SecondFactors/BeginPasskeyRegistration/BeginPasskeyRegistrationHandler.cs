using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationHandler(
    IReadRepository<Account> accounts,
    IPasskeyCeremonies ceremonies,
    IOneTimeTokens tokens,
    IUserDirectory users,
    ICallerContext context) : IRequestHandler<BeginPasskeyRegistration, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(BeginPasskeyRegistration request, CancellationToken cancellationToken)
    {
        var userId = context.RequiredUser.UserId;
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var user = await users.FindAsync(userId, cancellationToken) ?? throw AccessErrors.InvalidToken();
        var ceremony = await ceremonies.BeginRegistrationAsync(account.Id, account.Email.Value, user.Name, cancellationToken);
        return PasskeyChallenge.Issue(tokens, OneTimeTokenPurpose.PasskeyRegistration, account.Id, ceremony);
    }
}
