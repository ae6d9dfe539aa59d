using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Reads the links that set a password.</summary>
[Service]
internal sealed class PasswordResetLinks(OpenMemberships memberships, IOneTimeTokens tokens)
{
    /// <summary>
    /// Returns whose password a link sets, in the organization where the account would sign in. The link can be used afterwards.
    /// </summary>
    /// <exception cref="Domain.Errors.ValidationError">The link is not valid any more.</exception>
    public async Task<AccountMembership> ReadAsync(string? token, CancellationToken cancellationToken) =>
        await tokens.FindAsync(OneTimeTokenPurpose.ResetPassword, token, cancellationToken) is { AccountId: { } id }
        && await memberships.FirstAsync(id, cancellationToken) is { } membership
            ? membership
            : throw AccessErrors.InvalidLink();
}
