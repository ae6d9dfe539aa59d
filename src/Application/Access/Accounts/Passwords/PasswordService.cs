using CleanApi.Application.Common.Services;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IPasswordService" />
[Service]
internal sealed class PasswordService(PasswordRules rules, IPasswordHasher passwords) : IPasswordService
{
    /// <inheritdoc />
    public Task<string> HashAsync(string password, string field, IReadOnlyList<string> personal, CancellationToken cancellationToken) =>
        rules.Check(password, field, personal) is { Count: > 0 } errors ? throw new ValidationError(errors) : passwords.HashAsync(password, cancellationToken);
}
