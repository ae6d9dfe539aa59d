using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class VerifyEmailHandler(
    IOneTimeTokens tokens,
    IRepository<Account> accounts,
    IReadRepository<Account> reader,
    OrganizationRegistrar registrar,
    IPasswordService passwords,
    IUnitOfWork unitOfWork,
    IExceptionTranslator translator) : IRequestHandler<VerifyEmail, Unit>
{
    private const OneTimeTokenPurpose Purpose = OneTimeTokenPurpose.VerifyEmail;

    public async Task<Unit> Handle(VerifyEmail command, CancellationToken cancellationToken)
    {
        var (registration, email) = Read(await tokens.FindAsync(Purpose, command.Token, cancellationToken));
        var hash = await HashAsync(command, registration, email, cancellationToken);
        try
        {
            return await registrar.RunAsAdministratorAsync(
                () => unitOfWork.ExecuteAsync(cancellation => RegisterAsync(command.Token!, hash, cancellation), cancellationToken), registration.OrganizationId);
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            // Another link has created the account meanwhile, or one of the same registration the organization.
            throw hash is not null && await reader.AnyAsync(new AccountByEmailSpec(email), cancellationToken)
                ? await AccountExistsAsync(command.Token, cancellationToken)
                : AccessErrors.InvalidLink();
        }
    }

    private static (PendingRegistration Registration, EmailAddress Email) Read(OneTimeTokenContent? content) =>
        PendingRegistration.FromPayload(content?.Payload) is { } registration && EmailAddress.TryParse(registration.Email, out var email)
            ? (registration, email.Value)
            : throw AccessErrors.InvalidLink();

    // Null for an address that has an account: its password stays, and whoever holds the link cannot set another one.
    private async Task<string?> HashAsync(VerifyEmail command, PendingRegistration registration, EmailAddress email, CancellationToken cancellationToken)
    {
        if (!await reader.AnyAsync(new AccountByEmailSpec(email), cancellationToken))
        {
            return await passwords.HashAsync(
                command.Password ?? throw AccessErrors.PasswordRequired(), "password", [email.Value, registration.Name, registration.OrganizationName],
                cancellationToken);
        }

        return command.Password is null ? null : throw await AccountExistsAsync(command.Token, cancellationToken);
    }

    private async Task<Unit> RegisterAsync(string token, string? hash, CancellationToken cancellationToken)
    {
        var (registration, email) = Read(await tokens.ConsumeAsync(Purpose, token, cancellationToken));
        var account = await accounts.SingleOrDefaultAsync(new AccountByEmailSpec(email), cancellationToken);
        if (account is not null && hash is not null)
        {
            throw AccessErrors.AccountExists();
        }

        if (account?.Memberships.Any(membership => membership.OrganizationId == registration.OrganizationId) == true)
        {
            // Another link of the same registration has created the organization.
            throw AccessErrors.InvalidLink();
        }

        if (account is null && hash is null)
        {
            throw AccessErrors.PasswordRequired();
        }

        await registrar.RegisterAsync(registration.OrganizationName, registration.Name, email, account, hash, cancellationToken);
        return Unit.Value;
    }

    // It may be this very link that has created the account.
    private async Task<AppException> AccountExistsAsync(string? token, CancellationToken cancellationToken) =>
        await tokens.FindAsync(Purpose, token, cancellationToken) is null ? AccessErrors.InvalidLink() : AccessErrors.AccountExists();
}
