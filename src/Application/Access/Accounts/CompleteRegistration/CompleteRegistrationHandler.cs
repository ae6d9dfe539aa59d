using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CompleteRegistrationHandler(IOneTimeTokens tokens, IReadRepository<Account> accounts, ISender sender)
    : IRequestHandler<CompleteRegistration, Unit>
{
    public async Task<Unit> Handle(CompleteRegistration command, CancellationToken cancellationToken)
    {
        var content = await tokens.TakeAsync(OneTimeTokenPurpose.VerifyEmail, command.Token, cancellationToken);
        if (PendingRegistration.FromPayload(content?.Payload) is not { } registration || !EmailAddress.TryParse(registration.Email, out var email))
        {
            throw AccessErrors.InvalidLink();
        }

        // One registration of an address is completed; the others, perhaps a stranger's, are not.
        await tokens.WithdrawAsync(OneTimeTokenPurpose.VerifyEmail, email.Value.Value, cancellationToken);
        if (await accounts.AnyAsync(new AccountByEmail(email.Value), cancellationToken))
        {
            throw AccessErrors.InvalidLink();
        }

        await sender.Send(new FoundAccount(registration.OrganizationName, registration.Name, email.Value, registration.PasswordHash), cancellationToken);
        return Unit.Value;
    }
}
