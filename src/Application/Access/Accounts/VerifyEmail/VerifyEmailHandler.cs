using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class VerifyEmailHandler(
    IOneTimeTokens tokens, IReadRepository<Account> accounts, OrganizationRegistrar registrar, IUnitOfWork unitOfWork, IExceptionTranslator translator)
    : IRequestHandler<VerifyEmail, Unit>
{
    public async Task<Unit> Handle(VerifyEmail command, CancellationToken cancellationToken)
    {
        try
        {
            return await registrar.RunAsAdministratorAsync(
                () => unitOfWork.ExecuteAsync(cancellation => RegisterAsync(command.Token!, cancellation), cancellationToken));
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            throw AccessErrors.InvalidLink();
        }
    }

    private async Task<Unit> RegisterAsync(string token, CancellationToken cancellationToken)
    {
        var content = await tokens.ConsumeAsync(OneTimeTokenPurpose.VerifyEmail, token, cancellationToken);
        if (PendingRegistration.FromPayload(content?.Payload) is not { } registration || !EmailAddress.TryParse(registration.Email, out var email))
        {
            throw AccessErrors.InvalidLink();
        }

        // Only one registration of an address is completed; others may be an attacker's.
        await tokens.RevokeAsync(OneTimeTokenPurpose.VerifyEmail, email.Value.Value, cancellationToken);
        if (await accounts.AnyAsync(new AccountByEmailSpec(email.Value), cancellationToken))
        {
            throw AccessErrors.InvalidLink();
        }

        await registrar.RegisterAsync(registration.OrganizationName, registration.Name, email.Value, registration.PasswordHash, cancellationToken);
        return Unit.Value;
    }
}
