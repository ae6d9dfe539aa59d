using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationHandler(
    Reauthentication reauthentication,
    IPasskeyCeremonies ceremonies,
    IOneTimeTokens tokens,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    ISender sender) : IRequestHandler<BeginPasskeyRegistration, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(BeginPasskeyRegistration request, CancellationToken cancellationToken)
    {
        var account = await reauthentication.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        var user = await sender.Send(new GetSignInState(context.Required.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var ceremony = await ceremonies.BeginRegistrationAsync(account.AccountId, account.Email.Value, user.Name, cancellationToken);
        return await PasskeyChallenge.IssueAsync(
            unitOfWork, tokens, OneTimeTokenPurpose.PasskeyRegistration, account.AccountId, ceremony, cancellationToken);
    }
}
