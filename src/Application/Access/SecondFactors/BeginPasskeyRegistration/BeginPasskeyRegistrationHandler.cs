using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationHandler(
    StepUp stepUp,
    IPasskeyCeremonies ceremonies,
    IOneTimeTokens tokens,
    IUnitOfWork unitOfWork,
    IUserDirectory users,
    ICallerContext context) : IRequestHandler<BeginPasskeyRegistration, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(BeginPasskeyRegistration request, CancellationToken cancellationToken)
    {
        var account = await stepUp.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        var user = await users.FindAsync(context.RequiredUserId, cancellationToken) ?? throw AccessErrors.InvalidToken();
        var ceremony = await ceremonies.BeginRegistrationAsync(account.AccountId, account.Email.Value, user.Name, cancellationToken);
        return await PasskeyChallenge.IssueAsync(
            unitOfWork, tokens, OneTimeTokenPurpose.PasskeyRegistration, account.AccountId, ceremony, cancellationToken);
    }
}
