using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationHandler(
    IReadRepository<Account> accounts,
    IPasswordHasher passwords,
    IPasskeyCeremonies ceremonies,
    IOneTimeTokens tokens,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    ISender sender) : IRequestHandler<BeginPasskeyRegistration, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(BeginPasskeyRegistration request, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            // A passkey would let whoever has a program's key in as the person.
            throw AccessErrors.PersonRequired();
        }

        var owner = await accounts.SingleOrDefaultAsync(new PasskeyOwnerOfUser(caller.UserId), cancellationToken) ?? throw new AuthenticationError();
        var user = await sender.Send(new GetSignInState(caller.UserId), cancellationToken) ?? throw new AuthenticationError();
        if (owner.PasswordHash is { } hash && !await passwords.VerifyAsync(request.CurrentPassword ?? "", hash, cancellationToken))
        {
            throw AccessErrors.WrongCurrentPassword();
        }

        var ceremony = await ceremonies.BeginRegistrationAsync(owner.AccountId, owner.Email.Value, user.Name, cancellationToken);
        return await PasskeyChallenge.IssueAsync(
            unitOfWork, tokens, OneTimeTokenPurpose.PasskeyRegistration, owner.AccountId, ceremony, cancellationToken);
    }
}
